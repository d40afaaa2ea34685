package org.claimgate.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.claimgate.guide.Guides;
import org.claimgate.sandbox.Account;
import org.claimgate.sandbox.Sandbox;
import org.claimgate.sandbox.SandboxServer;
import org.claimgate.sandbox.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gateway sandbox}: the simulated clearinghouse alone, until it is interrupted. */
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        description = "Run the sandbox clearinghouse: an SFTP server that answers the 837 files dropped there.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:stopped", "2:the port is taken or the folder cannot be used"})
final class SandboxCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "2222",
            description = "Port on 127.0.0.1, 0 for any that is free (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description =
                    "Host key, users' folders, control numbers; work/sandbox, where the sample partners look, unless given.")
    private Path folder;

    @Override
    public Integer call() throws InterruptedException {
        Logging.informative();
        Path work =
                (folder == null ? Home.of(spec).folder().resolve("work/sandbox") : folder.toAbsolutePath()).normalize();
        Clock clock = Clock.system(ZoneId.systemDefault());
        Guides guides = Home.of(spec).guides();
        try (SandboxServer server = Sandbox.start(work, port, guides, clock)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "sandbox-stop"));
            explain(server, work);
            new CountDownLatch(1).await();
            return Exit.GOOD;
        } catch (IOException failure) {
            throw new CommandFailure("the sandbox cannot start: " + failure.getMessage(), failure);
        }
    }

    private static void stop(SandboxServer server) {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void explain(SandboxServer server, Path work) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("The sandbox clearinghouse runs; stop it with Ctrl-C.");
        out.println();
        out.println("  sftp -P " + server.port() + " -o UserKnownHostsFile=" + work.resolve("known_hosts") + " "
                + Sandbox.ACCOUNTS.get(0).user() + "@" + SandboxServer.HOST);
        out.println();
        out.println("  host key   " + server.knownHostsLine());
        out.println("  folder     " + work);
        for (Account account : Sandbox.ACCOUNTS) {
            out.printf("  user       %s, password %s%n", account.user(), account.password());
        }
        out.println("  keys       or any public key in " + work.resolve("authorized_keys"));
        out.println();
        out.println(
                "Put 837 files into outbound under a temporary name (.name or name.tmp) and rename them; answers appear"
                        + " in inbound. The payer id (tradingPartnerServiceId, 2010BB NM109) of a claim chooses what happens:");
        out.println();
        for (Scenario scenario : Scenario.values()) {
            out.printf("  %-11s %s%n", scenario.payer(), scenario.outcome());
        }
        out.println("  any other   as " + Scenario.PAID.payer());
        out.flush();
    }
}
