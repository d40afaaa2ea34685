package org.claimgate.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.claimgate.guide.DocumentReader;
import org.claimgate.guide.Guides;
import org.claimgate.receipt.ErrorLevel;
import org.claimgate.receipt.InterchangeNumbers;
import org.claimgate.receipt.Receipts;
import org.claimgate.x12.Limits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gateway acknowledge}: the TA1 and 999 for received X12. */
@Command(
        name = "acknowledge",
        mixinStandardHelpOptions = true,
        description = {
            "Write the TA1 and the 999 that the sender of an X12 file is owed.",
            "",
            "For every interchange: a TA1 where ISA14 asks for it or the envelope has faults; then, unless the TA1 rejects"
                    + " the interchange, a 999 with one functional group for each that was received. Interchanges that"
                    + " hold nothing but acknowledgments get none. What was not plainly accepted is said on standard"
                    + " error.",
            "",
            "A control number that a sender used before, in any of the files, is rejected (TA1 025).",
            "",
            "A 999 names at most 500 segments in error of one set and 10,000 of one file. Control numbers begin with"
                    + " 1 unless --first-number says otherwise: what is sent to partners gets its numbers from a running"
                    + " gateway."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything was accepted without errors",
            "1:the data has errors; the acknowledgments name them",
            "2:called wrongly, or a file cannot be read or written"
        })
final class AcknowledgeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "X12 that was received; - is standard input.")
    private List<String> files;

    @Option(
            names = "--strictness",
            paramLabel = "LEVEL",
            description =
                    "What rejects a set: element (default), any error; segment, errors of whole segments and above;"
                            + " set, only those of the set as such. Lesser errors are noted (E).")
    private ErrorLevel strictness = ErrorLevel.ELEMENT;

    @Option(
            names = "--first-number",
            paramLabel = "N",
            description = "Control number (ISA13, GS06) of the first acknowledgment; 1 unless given.")
    private int firstNumber = 1;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "File to write; standard output unless given.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        if (firstNumber < 1) {
            throw new CommandFailure("--first-number is 1 or more");
        }
        List<Input> inputs = Input.of(files);
        OutputFile destination = OutputFile.of(output, inputs);
        Guides guides = Home.of(spec).guides();
        PrintWriter err = spec.commandLine().getErr();
        boolean sound = true;
        try (OutputStream out = destination.open()) {
            Clock clock = Clock.system(ZoneId.systemDefault());
            AcknowledgmentFile answers = new AcknowledgmentFile(guides, firstNumber, out, err, clock);
            InterchangeNumbers numbers = new InterchangeNumbers();
            for (Input input : inputs) {
                sound &= acknowledge(input, guides, numbers, answers);
            }
        } catch (UncheckedIOException unwritable) {
            throw unwritable.getCause();
        }
        err.flush();
        return sound ? Exit.GOOD : Exit.BAD_DATA;
    }

    private boolean acknowledge(Input input, Guides guides, InterchangeNumbers numbers, AcknowledgmentFile answers)
            throws IOException {
        AtomicBoolean sound = new AtomicBoolean(true);
        Receipts receipts = new Receipts(guides, strictness, guide -> true, numbers::take, receipt -> {
            sound.compareAndSet(true, receipt.isSound());
            answers.write(input.title(), receipt);
        });
        try (BufferedInputStream in = input.open()) {
            new DocumentReader(guides, Limits.USUAL).read(in, receipts);
        }
        if (receipts.interchanges() == 0) {
            spec.commandLine().getErr().println(input.title() + ": holds no interchange that could be acknowledged");
        }
        return sound.get() && receipts.unanswerable() == 0;
    }
}
