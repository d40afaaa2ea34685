package org.claimgate.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.claimgate.camel.GatewayConfig;
import org.claimgate.flow.Acts;
import org.claimgate.flow.Restoration;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.LedgerFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gateway restore}: the ledger of a backup, made safe to go on with. No gateway runs meanwhile. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Restore the ledger from a backup, and make it safe to go on with: numbers are raised, and what was on its way",
            "or waiting then goes on hold, because the partner may have it. Starts and needs no gateway; there must be no ledger.",
            "",
            "Without BACKUP: the ledger of application.properties has been restored by other means, such as PostgreSQL's."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:restored", "2:called wrongly, or it cannot be restored; nothing has changed then"})
final class RestoreCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "BACKUP",
            description = "A zip that 'backup' wrote, with its .sha256 beside it.")
    private Path backup;

    @Option(
            names = "--margin",
            paramLabel = "N",
            description = "More than was given away of any number since the backup; ${DEFAULT-VALUE} unless given.")
    private int margin = 100_000;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "WORDS",
            description = "Why; kept and shown with your user name. Name no patient.")
    private String reason;

    @Override
    public Integer call() {
        if (margin < 1) {
            throw new CommandFailure("--margin is at least 1");
        }
        try {
            restore(Home.of(spec).config());
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
        return Exit.GOOD;
    }

    private void restore(GatewayConfig config) {
        Clock clock = Clock.systemUTC();
        if (backup == null) {
            try (Ledger ledger = Ledger.open(config.ledgerUrl(), config.ledgerUser(), config.ledgerPassword(), clock)) {
                prepare(ledger, clock);
            }
        } else {
            LedgerFile.of(config.ledgerUrl())
                    .restore(
                            backup,
                            config.ledgerUser(),
                            config.ledgerPassword(),
                            clock,
                            ledger -> prepare(ledger, clock));
        }
    }

    private void prepare(Ledger ledger, Clock clock) {
        Restoration.Found found = new Restoration(ledger, clock)
                .run(margin, new Acts.By(System.getProperty("user.name", "restore"), reason));
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "interchanges on hold: %d; claims that wait, and will be written into interchanges on hold: %d%n",
                found.held(), found.waiting());
        out.println(
                "Start the gateway, look at the partners' folders, then: ./gateway delivery confirm|repeat|set-aside");
        out.flush();
    }
}
