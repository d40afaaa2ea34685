package org.claimgate.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.claimgate.claim.edit.Edits;
import org.claimgate.cli.edit.ReceivedEdits;
import org.claimgate.guide.Document;
import org.claimgate.guide.DocumentHandler;
import org.claimgate.guide.DocumentReader;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.x12.Limits;
import org.claimgate.x12.TransactionSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gateway validate}: everything that is wrong with X12 files or claim JSON. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Say everything that is wrong with X12 files or claim JSON, one issue a line.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no errors; there may be warnings",
            "1:a file has errors",
            "2:called wrongly, or a file cannot be read"
        })
final class ValidateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "X12, one claim, an array of claims, or JSON lines; - is standard input.")
    private List<String> files;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default), or json: one object per issue")
    private Format format = Format.TEXT;

    @Override
    public Integer call() throws IOException {
        List<Input> inputs = Input.of(files);
        Home home = Home.of(spec);
        Guides guides = home.guides();
        boolean errors = false;
        for (Input input : inputs) {
            errors |= validate(input, home, guides);
        }
        return errors ? Exit.BAD_DATA : Exit.GOOD;
    }

    private boolean validate(Input input, Home home, Guides guides) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        IssuePrinter printer = new IssuePrinter(out, format);
        Tally tally = new Tally();
        try (BufferedInputStream in = input.open()) {
            if (Input.content(in) == Input.Content.JSON) {
                PartnerChoice partners = PartnerChoice.load(home, null);
                DocumentJudge judge = new DocumentJudge(guides, partners::destination);
                new JsonValidation(judge, input.title(), printer, tally).run(in);
            } else {
                new DocumentReader(guides, Limits.USUAL).read(in, new Listener(guides, input.title(), printer, tally));
            }
        }
        if (format == Format.TEXT) {
            out.println(input.title() + ": " + tally.inWords());
        }
        out.flush();
        return tally.hasErrors();
    }

    /** Prints the issues of an X12 file. */
    private static final class Listener implements DocumentHandler {

        private final String file;
        private final IssuePrinter printer;
        private final Tally tally;
        private final ReceivedEdits edits;

        private Listener(Guides guides, String file, IssuePrinter printer, Tally tally) {
            this.edits = new ReceivedEdits(new Edits(guides, Clock.systemUTC()), this::report);
            this.file = file;
            this.printer = printer;
            this.tally = tally;
        }

        @Override
        public void document(Guide guide, Document document) {
            tally.document();
            edits.check(guide, document);
        }

        @Override
        public void setEnd(TransactionSet header) {
            edits.endSet();
        }

        @Override
        public void issue(Issue issue) {
            edits.note(issue);
            report(issue);
        }

        private void report(Issue issue) {
            tally.issue(issue);
            printer.print(file, 0, issue);
        }
    }
}
