package org.claimgate.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import org.claimgate.camel.PartnerProbe;
import org.claimgate.flow.RemoteFailure;
import org.claimgate.partner.Partner;
import org.claimgate.partner.Partners;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gateway partner}: the profiles of partners/, and whether their servers do what delivery and pick-up need. */
@Command(
        name = "partner",
        mixinStandardHelpOptions = true,
        description = "List the trading partners, and try their servers.")
final class PartnerCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "list or probe?");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "List the partners that a gateway of this folder knows.")
    int list() {
        PrintWriter out = spec.commandLine().getOut();
        for (Partner partner : partners().all()) {
            out.printf("%s: %s, %s, payers %s%n", partner.id(), partner.name(), partner.sftp(), partner.payers());
        }
        out.flush();
        return Exit.GOOD;
    }

    @Command(
            name = "probe",
            mixinStandardHelpOptions = true,
            description = {
                "Sign in to a partner's server, list its folders, and store, rename and delete a small file there.",
                "",
                "The file's name begins with claimgate-probe, in the form of the profile's temporary names; with",
                "'upload: direct' the partner can see it. A host key that is not pinned is shown and refused, never stored."
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:the server does what is needed",
                "1:it does not; what it said stands behind 'bad'",
                "2:called wrongly, or the server cannot be reached, trusted or signed in to"
            })
    int probe(@Parameters(paramLabel = "ID", description = "Id of the partner's profile.") String id) {
        Partner partner = partners()
                .find(id)
                .orElseThrow(() -> new CommandFailure("there is no partner '" + id + "'; 'partner list' shows them"));
        PrintWriter out = spec.commandLine().getOut();
        try {
            boolean sound = PartnerProbe.run(partner, Clock.systemUTC(), finding -> {
                out.printf("%-5s %s%n", finding.verdict().name().toLowerCase(Locale.ROOT), finding.words());
                out.flush();
            });
            return sound ? Exit.GOOD : Exit.BAD_DATA;
        } catch (RemoteFailure e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    private Partners partners() {
        return Home.of(spec).partners();
    }
}
