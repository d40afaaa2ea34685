package org.claimgate.cli;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.claimgate.cli.explain.Explainer;
import org.claimgate.cli.explain.HtmlPage;
import org.claimgate.cli.explain.Page;
import org.claimgate.cli.explain.TextPage;
import org.claimgate.guide.Glossary;
import org.claimgate.guide.Guides;
import org.claimgate.guide.PrivacyRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gateway explain}: X12 files as a person reads them. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Print X12 files the way a person reads them: loops indented, elements and codes in words, issues in place.",
            "",
            "What could tell who a patient is, is hidden unless --show-phi is given: names, addresses, identifiers, free"
                    + " text, and all but the year of a patient's dates (mappings/privacy.yaml)."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no errors; there may be warnings",
            "1:a file has errors",
            "2:called wrongly, or a file cannot be read or written"
        })
final class ExplainCommand implements Callable<Integer> {

    /** What to write. */
    enum Form {
        TEXT,
        HTML
    }

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "X12 of any kind; - is standard input.")
    private List<String> files;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text (default), or html: one page that needs nothing else")
    private Form form = Form.TEXT;

    @Option(names = "--show-phi", description = "Show what could tell who a patient is.")
    private boolean showPhi;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "File to write; standard output unless given.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        List<Input> inputs = Input.of(files);
        OutputFile target = OutputFile.of(output, inputs);
        Home home = Home.of(spec);
        Path mappings = home.config().mappings();
        Guides guides = home.guides();
        Glossary glossary = Glossary.load(mappings);
        PrivacyRules privacy = PrivacyRules.load(mappings);
        boolean sound = true;
        try (Writer out = new BufferedWriter(new OutputStreamWriter(target.open(), StandardCharsets.UTF_8))) {
            Page page = page(out);
            for (Input input : inputs) {
                Tally tally = new Tally();
                page.begin(input.title());
                try (BufferedInputStream in = input.open()) {
                    new Explainer(glossary, privacy, page, showPhi, tally::issue).read(guides, in);
                }
                page.end(input.title() + ": " + tally.issuesInWords());
                sound &= !tally.hasErrors();
            }
            page.finish();
        }
        return sound ? Exit.GOOD : Exit.BAD_DATA;
    }

    private Page page(Writer out) {
        return form == Form.HTML
                ? new HtmlPage(out, showPhi)
                : new TextPage(out, output == null && Ansi.AUTO.enabled(), showPhi);
    }
}
