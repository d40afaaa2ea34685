package org.claimgate.cli;

import java.util.concurrent.Callable;
import org.claimgate.response.Rejections;
import org.claimgate.response.RejectionsPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gateway rejections}: what the codes of rejections say, as a page. */
@Command(
        name = "rejections",
        mixinStandardHelpOptions = true,
        description = {
            "Print what the codes of rejections (TA1, 999, 277CA) say, which fields of a claim they speak of, and what to do.",
            "",
            "docs/rejections.md is this page: './gateway rejections > docs/rejections.md' writes it anew when the tables in"
                    + " mappings/codes have changed."
        })
final class RejectionsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Home home = Home.of(spec);
        Rejections rejections = Rejections.load(home.config().mappings(), home.guides());
        spec.commandLine().getOut().print(RejectionsPage.of(rejections));
        spec.commandLine().getOut().flush();
        return Exit.GOOD;
    }
}
