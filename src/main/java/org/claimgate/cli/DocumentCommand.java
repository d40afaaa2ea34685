package org.claimgate.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import org.claimgate.document.MappingFolder;
import org.claimgate.document.Sample;
import org.claimgate.document.TestedMapping;
import org.claimgate.document.Trial;
import org.claimgate.guide.Guides;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gateway document}: the mappings of mappings/documents/ and mappings/claims/. */
@Command(
        name = "document",
        mixinStandardHelpOptions = true,
        description = "List and try the mappings of what is no set of HIPAA, and of other systems' claims.")
final class DocumentCommand implements Runnable {

    private static final Clock CLOCK = Clock.systemUTC();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "list or test?");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "List the documents that a gateway of this folder knows.")
    int list() {
        PrintWriter out = spec.commandLine().getOut();
        for (MappingFolder document : Home.of(spec).documents()) {
            out.println(document.name() + ": " + document.title());
            out.println("    " + document.inWords());
        }
        out.flush();
        return Exit.GOOD;
    }

    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description = {
                "Show what becomes of a file; without one, run the samples of the mapping.",
                "",
                "The results are JSON on standard output, what is wrong is on standard error."
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:all samples gave what they should; the file has no errors",
                "1:a sample gave something else; the file has errors",
                "2:called wrongly, the mapping has a mistake, or a file cannot be read"
            })
    int test(
            @Parameters(
                            paramLabel = "NAME",
                            description = "Folder of the mapping in mappings/documents or mappings/claims.")
                    String name,
            @Parameters(arity = "0..1", paramLabel = "FILE", description = "What to read; - is standard input.")
                    String file,
            @Option(names = "--tree", description = "Show the tree of the file, which the mapping's JSLT is run on.")
                    boolean tree,
            @Option(
                            names = "--record",
                            description = "Write down what comes of the samples for which nothing is expected yet.")
                    boolean record)
            throws IOException {
        List<Input> input = file == null ? List.of() : Input.of(List.of(file));
        Home home = Home.of(spec);
        Guides guides = home.guides();
        TestedMapping mapping = description(home, name).compile(guides);
        if (input.isEmpty()) {
            return samples(mapping, guides, record) ? Exit.GOOD : Exit.BAD_DATA;
        }
        try (BufferedInputStream in = input.get(0).open()) {
            Trial trial = tree ? mapping.treeOf(in) : mapping.trial(in, guides, CLOCK);
            show(input.get(0).title(), trial);
            return trial.hasErrors() ? Exit.BAD_DATA : Exit.GOOD;
        }
    }

    private static MappingFolder description(Home home, String name) {
        return home.documents().stream()
                .filter(document -> document.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        name + ": no such mapping; 'gateway document list' names those that there are"));
    }

    private void show(String file, Trial trial) {
        PrintWriter err = spec.commandLine().getErr();
        IssuePrinter printer = new IssuePrinter(err, Format.TEXT);
        trial.issues().forEach(issue -> printer.print(file, 0, issue));
        err.flush();
        PrintWriter out = spec.commandLine().getOut();
        out.print(trial.text());
        out.flush();
    }

    private boolean samples(TestedMapping mapping, Guides guides, boolean record) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        boolean good = true;
        List<Sample> samples = Sample.of(mapping);
        for (Sample sample : samples) {
            if (record && !sample.isExpected(mapping)) {
                out.println(sample.name() + ": recorded " + sample.record(mapping, guides, CLOCK));
            }
            List<String> differences = sample.differences(mapping, guides, CLOCK);
            out.println(sample.name() + ": " + (differences.isEmpty() ? "as expected" : "not as expected"));
            differences.forEach(difference -> out.println("    " + difference));
            good &= differences.isEmpty();
        }
        out.println(mapping.name() + ": " + samples.size() + (samples.size() == 1 ? " sample" : " samples"));
        out.flush();
        return good;
    }
}
