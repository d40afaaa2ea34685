package org.claimgate.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.claimgate.guide.Guides;

/** JSON to X12. Documents with errors are left out, and named. */
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
            return write(judged.ordinal(), Optional.of(interchanges.write(judged)), complaints);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
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
