package org.claimgate.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
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
            "What has errors is left out of X12 and named on standard error: of claims each one alone; of other documents"
                    + " the whole transaction set, since they complete one another. Control numbers of claims begin with 1:"
                    + " what is sent gets its numbers from a running gateway."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything was converted",
            "1:the data has errors, which were named; what has none was converted",
            "2:called wrongly, or a file cannot be read or written"
        })
final class ConvertCommand implements Callable<Integer> {

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
        OutputFile destination = OutputFile.of(output, inputs);
        Home home = Home.of(spec);
        Guides guides = home.guides();
        boolean sound = true;
        try (OutputStream out = destination.open()) {
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
        PartnerChoice partners = PartnerChoice.load(home, partner);
        Clock clock = Clock.system(ZoneId.systemDefault());
        DocumentJudge judge = new DocumentJudge(guides, partners::destination);
        return new X12Conversion(judge, new InterchangeFile(partners, partners.isNamed(), out, clock), err);
    }
}
