package org.claimgate.flow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.claimgate.guide.DocumentReader;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;
import org.claimgate.ledger.InboxFile;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.NewInterchange;
import org.claimgate.partner.Partner;
import org.claimgate.partner.Partner.When;
import org.claimgate.receipt.AcknowledgmentWriter;
import org.claimgate.receipt.ErrorLevel;
import org.claimgate.receipt.GroupReceipt;
import org.claimgate.receipt.InterchangeReceipt;
import org.claimgate.receipt.Receipts;
import org.claimgate.receipt.ReplyEnvelope;
import org.claimgate.receipt.Verdict;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.Limits;

/**
 * One file of a partner that gets acknowledgments: what is accepted of it, and the TA1 and 999 that say so, stored as
 * outgoing interchanges. What these reject is passed over; what they accept is told.
 */
final class Receiving implements Refusals {

    private final InboxFile file;
    private final Partner partner;
    private final List<InterchangeReceipt> receipts = new ArrayList<>();

    private Receiving(InboxFile file, Partner partner) {
        this.file = file;
        this.partner = partner;
    }

    /**
     * Reads a file and judges it. What it accepts takes its control numbers, in the transaction that is open.
     *
     * @param wanted the sets that we can do something with
     */
    static Receiving of(InboxFile file, Partner partner, Ledger ledger, Guides guides, Predicate<Guide> wanted) {
        Receiving receiving = new Receiving(file, partner);
        Receipts receipts = new Receipts(
                guides,
                strictness(partner.acknowledge()),
                wanted,
                header -> isUnused(header, file, partner, ledger),
                receiving.receipts::add);
        try (InputStream in = ledger.inbox().open(file.id())) {
            new DocumentReader(guides, Limits.USUAL).read(in, receipts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return receiving;
    }

    /** A partner who hears of no set cannot be expected to send one again. */
    private static ErrorLevel strictness(Partner.Acknowledge acknowledge) {
        return acknowledge.groups() == When.NEVER ? ErrorLevel.SET : ErrorLevel.valueOf(acknowledge.strictness());
    }

    private static boolean isUnused(Interchange header, InboxFile file, Partner partner, Ledger ledger) {
        return partner.acknowledge().reusesControlNumbers()
                || ledger.inbox()
                        .takeControlNumber(
                                file,
                                header.senderQualifier() + " " + header.senderId(),
                                header.receiverQualifier() + " " + header.receiverId(),
                                header.controlNumber());
    }

    @Override
    public boolean repeated(int ordinal) {
        return receipts.get(ordinal - 1).isRepeated();
    }

    @Override
    public boolean known(int ordinal) {
        return false;
    }

    @Override
    public boolean interchange(int ordinal) {
        return receipts.get(ordinal - 1).isRejected();
    }

    @Override
    public boolean set(int interchange, int group, int set) {
        GroupReceipt receipt = receipts.get(interchange - 1).groups().get(group - 1);
        return !receipt.codes().isEmpty() || receipt.sets().get(set - 1).isRejected();
    }

    /**
     * Stores what the partner is to get, READY to be delivered. Call it last in a transaction: it holds the partner's
     * control numbers.
     *
     * @param at local date and time of the envelopes
     * @return how many interchanges were stored
     */
    int acknowledge(Ledger ledger, Guides guides, LocalDateTime at) {
        AcknowledgmentWriter writer = new AcknowledgmentWriter(
                guides, Addressing.delimiters(partner), partner.format().lineBreak());
        int stored = 0;
        for (InterchangeReceipt receipt : receipts) {
            ReplyEnvelope reply = reply(receipt, at);
            if (isInterchangeAcknowledged(receipt)) {
                String number = ledger.controlNumbers().interchange(partner.id());
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                write(() -> writer.writeInterchangeAcknowledgment(receipt, reply, number, bytes));
                store(ledger, writer.interchangeGuide(), number, "", reply, bytes.toByteArray());
                stored++;
            }
            if (areGroupsAcknowledged(receipt)) {
                String number = ledger.controlNumbers().interchange(partner.id());
                List<String> groups = new ArrayList<>();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                write(() ->
                        writer.writeGroupAcknowledgments(receipt, reply, number, () -> next(ledger, groups), bytes));
                store(ledger, writer.setGuide(), number, groups.get(0), reply, bytes.toByteArray());
                stored++;
            }
        }
        return stored;
    }

    private String next(Ledger ledger, List<String> groups) {
        groups.add(ledger.controlNumbers().group(partner.id()));
        return groups.get(groups.size() - 1);
    }

    private boolean isInterchangeAcknowledged(InterchangeReceipt receipt) {
        return switch (partner.acknowledge().interchanges()) {
            case ALWAYS -> receipt.isAnswerable();
            case NEVER -> false;
            default -> receipt.owesInterchangeAcknowledgment();
        };
    }

    private boolean areGroupsAcknowledged(InterchangeReceipt receipt) {
        return switch (partner.acknowledge().groups()) {
            case NEVER -> false;
            case ERRORS -> receipt.owesGroupAcknowledgments()
                    && receipt.owed().stream().anyMatch(group -> group.verdict() != Verdict.ACCEPTED);
            default -> receipt.owesGroupAcknowledgments();
        };
    }

    /** From us to the partner as its profile names both, whatever the file said. */
    private ReplyEnvelope reply(InterchangeReceipt receipt, LocalDateTime at) {
        String usage = receipt.header().usageIndicator();
        return new ReplyEnvelope(
                party(partner.sender()),
                party(partner.receiver()),
                usage.equals("P") || usage.equals("T") ? usage : partner.usageIndicator(),
                at);
    }

    private static ReplyEnvelope.Party party(Partner.Identity identity) {
        return new ReplyEnvelope.Party(identity.qualifier(), identity.id(), identity.applicationId());
    }

    private void store(Ledger ledger, Guide guide, String number, String group, ReplyEnvelope reply, byte[] bytes) {
        ledger.interchanges()
                .insert(new NewInterchange(
                        partner.id(),
                        number,
                        group,
                        partner.fileName(number, guide.transactionSet(), reply.usageIndicator(), reply.at()),
                        guide.vocabulary(),
                        reply.usageIndicator(),
                        bytes,
                        List.of(),
                        file.id()));
    }

    /** Something that writes to memory. */
    private interface Writing {

        void run() throws IOException;
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
