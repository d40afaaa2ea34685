package org.claimgate.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.claimgate.guide.Guides;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gateway convert}: X12 to JSON lines, and JSON to X12. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description = {
            "Turn X12 into JSON lines, one document per claim, payment or status; or claim JSON, and documents that came"
                    + " from X12, into X12.",
            "",
            "Documents with errors are left out of X12 and named on standard error. Control numbers of claims begin"
                    + " with 1: what is sent gets its numbers from a running gateway."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything was converted",
            "1:the data has errors; what has none was converted",
            "2:called wrongly, or a file cannot be read or written"
        })
final class ConvertCommand implements Callable<Integer> {

    private static final int BUFFER = 64 * 1024;

    /** What to write. */
    enum Target {
        JSON,
        X12
    }

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "What to read; - is standard input.")
    private List<String> files;

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            description = "json or x12; told by the first file's beginning unless given")
    private Target target;

    @Option(
            names = "--partner",
            paramLabel = "ID",
            description = "Address claims to this partner; to the one that serves their payer unless given.")
    private String partner;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "File to write; standard output unless given.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        List<Input> inputs = Input.of(files);
        for (Input input : inputs) {
            refuseToOverwrite(input);
        }
        Home home = Home.find();
        Guides guides = home.guides();
        boolean sound = true;
        try (OutputStream out = openOutput()) {
            Conversion conversion = null;
            for (Input input : inputs) {
                try (BufferedInputStream in = input.open()) {
                    if (conversion == null) {
                        conversion = conversion(home, guides, out, in);
                    }
                    sound &= conversion.convert(input.title(), in);
                }
            }
            sound &= conversion.finish();
        }
        return sound ? Exit.GOOD : Exit.BAD_DATA;
    }

    private Conversion conversion(Home home, Guides guides, OutputStream out, BufferedInputStream first)
            throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        if (target == Target.JSON || (target == null && Input.content(first) == Input.Content.X12)) {
            return new JsonConversion(guides, out, err);
        }
        PartnerChoice partners = PartnerChoice.load(home.config(), partner);
        Clock clock = Clock.system(ZoneId.systemDefault());
        return new X12Conversion(guides, new InterchangeFile(partners, partners.isNamed(), out, clock), err);
    }

    private void refuseToOverwrite(Input input) throws IOException {
        if (output != null
                && input.isFile()
                && Files.exists(output)
                && Files.isSameFile(output, Path.of(input.name()))) {
            throw new CommandFailure(output + ": is read and cannot be written at the same time");
        }
    }

    private OutputStream openOutput() throws IOException {
        return new BufferedOutputStream(output == null ? new StandardOutput(System.out) : openFile(), BUFFER);
    }

    private OutputStream openFile() {
        try {
            return Files.newOutputStream(output);
        } catch (IOException unwritable) {
            throw new CommandFailure("cannot write " + output + ": " + obstacle(), unwritable);
        }
    }

    private String obstacle() {
        if (Files.isDirectory(output)) {
            return "it is a folder";
        }
        if (!Files.exists(output.toAbsolutePath().getParent())) {
            return "the folder does not exist";
        }
        return "the file or its folder may not be written";
    }

    /** Standard output, which stays open, and which tells when nobody reads it any more. */
    private static final class StandardOutput extends OutputStream {

        private final PrintStream out;

        private StandardOutput(PrintStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            if (out.checkError()) {
                throw new IOException("standard output was closed");
            }
        }

        @Override
        public void flush() {
            out.flush();
        }
    }
}
