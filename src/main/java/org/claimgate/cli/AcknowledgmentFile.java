package org.claimgate.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDateTime;
import org.claimgate.guide.Guides;
import org.claimgate.receipt.AcknowledgmentWriter;
import org.claimgate.receipt.GroupReceipt;
import org.claimgate.receipt.InterchangeReceipt;
import org.claimgate.receipt.ReplyEnvelope;
import org.claimgate.receipt.SetReceipt;
import org.claimgate.receipt.Verdict;
import org.claimgate.x12.Delimiters;

/** Writes acknowledgments to a file, without the ledger, and says in words what was not plainly accepted. */
final class AcknowledgmentFile {

    private static final String LINE_BREAK = "\n";

    private final AcknowledgmentWriter writer;
    private final OutputStream out;
    private final PrintWriter err;
    private final Clock clock;
    private int interchangeNumber;
    private int groupNumber;

    /** @param firstNumber ISA13 and GS06 of the first acknowledgment */
    AcknowledgmentFile(Guides guides, int firstNumber, OutputStream out, PrintWriter err, Clock clock) {
        this.writer = new AcknowledgmentWriter(guides, Delimiters.USUAL, LINE_BREAK);
        this.interchangeNumber = firstNumber;
        this.groupNumber = firstNumber;
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    /** Writes what is owed to one interchange. */
    void write(String file, InterchangeReceipt receipt) {
        say(file, receipt);
        ReplyEnvelope reply = ReplyEnvelope.to(receipt.header(), LocalDateTime.now(clock));
        try {
            if (receipt.owesInterchangeAcknowledgment()) {
                writer.writeInterchangeAcknowledgment(receipt, reply, nextInterchange(), out);
            }
            if (receipt.owesGroupAcknowledgments()) {
                writer.writeGroupAcknowledgments(receipt, reply, nextInterchange(), this::nextGroup, out);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private String nextInterchange() {
        return String.format("%09d", interchangeNumber++);
    }

    private String nextGroup() {
        return Integer.toString(groupNumber++);
    }

    private void say(String file, InterchangeReceipt receipt) {
        String title = file + ": interchange " + receipt.header().controlNumber();
        if (!receipt.isAnswerable()) {
            err.println(title + " holds nothing but acknowledgments, which are not acknowledged");
        } else if (receipt.verdict() != Verdict.ACCEPTED) {
            err.println(title + " is " + words(receipt.verdict()) + " (TA1 "
                    + receipt.verdict().code() + " " + receipt.noteCode() + ")");
        }
        if (receipt.owesGroupAcknowledgments()) {
            receipt.owed().forEach(group -> say(title, group));
        }
    }

    private void say(String title, GroupReceipt group) {
        if (group.verdict() == Verdict.ACCEPTED) {
            return;
        }
        err.println(title + ", group " + group.header().controlNumber() + " is " + words(group.verdict())
                + " (999 " + group.verdict().code() + "): " + group.accepted() + " of "
                + group.sets().size() + " sets accepted");
        int left = group.sets().stream().mapToInt(SetReceipt::left).sum();
        if (left > 0) {
            err.println(title + ", group " + group.header().controlNumber() + ": the 999 has no room for " + left
                    + " more errors");
        }
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> "accepted";
            case ERRORS_NOTED -> "accepted with errors";
            case PARTLY_ACCEPTED -> "accepted in part";
            case REJECTED -> "rejected";
        };
    }
}
