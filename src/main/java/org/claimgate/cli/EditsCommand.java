package org.claimgate.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.claimgate.claim.edit.EditsPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gateway edits}: what is checked of claims beyond the guides. */
@Command(
        name = "edits",
        mixinStandardHelpOptions = true,
        description = "Print the edits of claims as the Markdown page docs/edits.md.")
final class EditsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(EditsPage.text());
        out.flush();
        return Exit.GOOD;
    }
}
