package org.claimgate.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;

/** JSON to X12. Claims with errors are left out, and named; documents of other sets are written as far as they can be, and named. */
final class X12Conversion implements Conversion {

    private final DocumentJudge judge;
    private final InterchangeFile interchanges;
    private final PrintWriter err;

    X12Conversion(Guides guides, InterchangeFile interchanges, PrintWriter err) {
        this.judge = new DocumentJudge(guides);
        this.interchanges = interchanges;
        this.err = err;
    }

    @Override
    public boolean convert(String file, InputStream in) throws IOException {
        Complaints complaints = new Complaints(file, err);
        try {
            judge.judge(
                    in,
                    (ordinal, bytes, from, to) -> write(ordinal, interchanges.writeLine(bytes, from, to), complaints),
                    judged -> take(file, judged, complaints));
        } catch (UncheckedIOException unwritable) {
            throw unwritable.getCause();
        }
        complaints.end();
        return !complaints.tally().hasErrors();
    }

    private void take(String file, JudgedDocument judged, Complaints complaints) {
        judged.issues().forEach(issue -> complaints.add(judged.ordinal(), issue));
        boolean written = judged.accepted() && write(judged, complaints);
        if (!written) {
            err.println(file + "[" + judged.ordinal() + "]: left out because of its errors");
        }
    }

    private boolean write(JudgedDocument judged, Complaints complaints) {
        try {
            InterchangeFile.Written written = interchanges.write(judged);
            List<Issue> more = written.issues().stream()
                    .filter(issue -> judged.issues().stream().noneMatch(known -> isSame(known, issue)))
                    .toList();
            Optional<InterchangeFile.Written> told = Optional.of(new InterchangeFile.Written(written.taken(), more));
            return write(judged.ordinal(), told, complaints);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static boolean isSame(Issue one, Issue other) {
        return one.code().equals(other.code()) && one.pointer().equals(other.pointer());
    }

    private static boolean write(int ordinal, Optional<InterchangeFile.Written> written, Complaints complaints) {
        written.ifPresent(done -> done.issues().forEach(issue -> complaints.add(ordinal, issue)));
        return written.isPresent() && written.get().taken();
    }

    @Override
    public boolean finish() throws IOException {
        Complaints complaints = new Complaints("end of the last set", err);
        interchanges.finish().forEach(issue -> complaints.add(0, issue));
        complaints.end();
        return !complaints.tally().hasErrors();
    }
}
