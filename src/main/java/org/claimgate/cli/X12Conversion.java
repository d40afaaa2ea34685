package org.claimgate.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.claimgate.guide.Envelope;
import org.claimgate.guide.Issue;

/**
 * JSON to X12. What has errors is left out, and named: claims one by one; of other sets the whole set, for its documents complete one
 * another.
 */
final class X12Conversion implements Conversion {

    private final DocumentJudge judge;
    private final InterchangeFile interchanges;
    private final PrintWriter err;
    private String lastFile = "";

    X12Conversion(DocumentJudge judge, InterchangeFile interchanges, PrintWriter err) {
        this.judge = judge;
        this.interchanges = interchanges;
        this.err = err;
    }

    @Override
    public boolean convert(String file, InputStream in) throws IOException {
        lastFile = file;
        Complaints complaints = new Complaints(file, err);
        try {
            judge.judge(
                    in,
                    (ordinal, bytes, from, to) -> interchanges
                            .writeLine(bytes, from, to)
                            .filter(written -> tell(file, ordinal, written, complaints))
                            .isPresent(),
                    judged -> take(file, judged, complaints));
        } catch (UncheckedIOException unwritable) {
            throw unwritable.getCause();
        }
        complaints.end();
        return !complaints.tally().hasErrors();
    }

    private void take(String file, JudgedDocument judged, Complaints complaints) {
        judged.issues().forEach(issue -> complaints.add(judged.ordinal(), issue));
        if (!judged.accepted()) {
            interchanges.miss();
        }
        boolean written = judged.accepted() && tell(file, judged.ordinal(), write(judged), complaints);
        if (!written) {
            err.println(file + "[" + judged.ordinal() + "]: left out because of its errors");
        }
    }

    private InterchangeFile.Written write(JudgedDocument judged) {
        try {
            InterchangeFile.Written written = interchanges.write(judged);
            List<Issue> more = written.issues().stream()
                    .filter(issue -> judged.issues().stream().noneMatch(known -> isSame(known, issue)))
                    .toList();
            return new InterchangeFile.Written(written.taken(), more, written.leftOut());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static boolean isSame(Issue one, Issue other) {
        return one.code().equals(other.code()) && one.pointer().equals(other.pointer());
    }

    /** Tells what became of a document; whether it was taken. */
    private boolean tell(String file, int ordinal, InterchangeFile.Written written, Complaints complaints) {
        written.issues().forEach(issue -> complaints.add(ordinal, issue));
        written.leftOut().forEach(set -> err.println(file + ": " + name(set) + " left out because of its errors"));
        return written.taken();
    }

    private static String name(Envelope left) {
        String interchange = "interchange " + left.interchange().controlNumber();
        return left.set() == null
                ? interchange
                : interchange + " group " + left.group().controlNumber() + " set "
                        + left.set().controlNumber();
    }

    @Override
    public boolean finish() throws IOException {
        String where = lastFile;
        Complaints complaints = new Complaints(where, err);
        tell(where, 0, interchanges.finish(), complaints);
        complaints.end();
        return !complaints.tally().hasErrors();
    }
}
