package org.claimgate.benchmarks;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.claimgate.camel.Gateway;
import org.claimgate.camel.TestHome;
import org.claimgate.flow.Messages;
import org.claimgate.guide.Guides;
import org.claimgate.sandbox.Sandbox;
import org.claimgate.sandbox.SandboxServer;

/**
 * Claims from the queue to files on SFTP, and payments from an 835 file to the queue, through a whole gateway on disk, beside
 * what its broker and its database do with the same messages and rows and nothing else, in the same process and on the same disk.
 */
final class Throughput {

    private static final int CLAIMS = 6_000;
    private static final String CLAIM_QUEUE = "claimgate.claims";
    private static final String INTAKE = "intake-queue";

    private Throughput() {}

    /**
     * @param rounds what is printed; one more goes before, to warm up
     * @param place for ledger, journal and the partner's folders, which are kept for a look at them
     */
    static void run(int rounds, Path place) throws IOException, InterruptedException, JMSException, SQLException {
        Path folder = Files.createTempDirectory(Files.createDirectories(place), "throughput-");
        Guides guides = Guides.load(Path.of("mappings/x12"));
        try (SandboxServer partner = Sandbox.start(folder.resolve("partner"), 0, guides, Clock.systemUTC());
                Gateway gateway = Gateway.start(home(folder, partner).config());
                LedgerTables ledger = LedgerTables.of(gateway.config())) {
            Queues queues = new Queues(gateway.connectionFactory());
            System.out.printf("| what, %d of them | a second |%n|---|--:|%n", CLAIMS);
            for (int round = 0; round <= rounds; round++) {
                MadeClaims made = MadeClaims.of(round, CLAIMS);
                tell(round, "claims from the queue to files on SFTP", claims(made, queues, ledger));
                Path inbound = folder.resolve("partner/users/sandbox/inbound");
                tell(round, "payments from an 835 file to the queue", payments(made, inbound, ledger));
                gateway.stopRoute(INTAKE);
                tell(
                        round,
                        "broker alone: one message in, two out",
                        queues.throughAndTwice(CLAIM_QUEUE, made.claims()));
                gateway.startRoute(INTAKE);
                tell(round, "database alone: the rows of a claim", ledger.copyClaims(made.prefix(), folder));
                tell(
                        round,
                        "database alone: the rows of a payment",
                        ledger.copyPayments(made.prefix(), CLAIMS, folder));
                queues.empty(Messages.STATUS_QUEUE);
                queues.empty(Messages.PAYMENT_QUEUE);
            }
        }
    }

    private static Duration claims(MadeClaims made, Queues queues, LedgerTables ledger)
            throws JMSException, SQLException, InterruptedException {
        long before = ledger.sent();
        queues.send(CLAIM_QUEUE, made.claims());
        ledger.awaitSent(before + CLAIMS);
        return ledger.takenInToVisible(made.prefix());
    }

    private static Duration payments(MadeClaims made, Path inbound, LedgerTables ledger)
            throws IOException, SQLException, InterruptedException {
        ledger.awaitAllPublished();
        Path growing = inbound.resolve(".growing.tmp");
        Files.writeString(growing, made.remittance());
        Files.move(growing, inbound.resolve(made.prefix() + ".835"));
        return ledger.fetchedToPublished(made.prefix() + ".835");
    }

    private static void tell(int round, String what, Duration time) {
        if (round > 0) {
            System.out.printf(Locale.ROOT, "| %s | %.0f |%n", what, CLAIMS / (time.toNanos() / 1e9));
        }
    }

    private static TestHome home(Path folder, SandboxServer partner) {
        return new TestHome(folder)
                .partner(
                        "sandbox",
                        """
                        id: sandbox
                        name: Partner of the benchmark
                        sender: {qualifier: ZZ, id: CLAIMGATE, applicationId: CLAIMGATE}
                        receiver: {qualifier: ZZ, id: SANDBOX, applicationId: SANDBOX}
                        submitterIdentification: CLAIMGATE
                        receiverIdentification: SANDBOX
                        receiverName: SANDBOX CLEARINGHOUSE
                        usageIndicator: T
                        format: {delimiters: "*^:~", lineBreak: LF}
                        sftp:
                          host: 127.0.0.1
                          port: %d
                          user: sandbox
                          password: sandbox
                          knownHostsFile: ../partner/known_hosts
                          outbound: outbound
                          inbound: inbound
                          afterPickup: delete
                          pollSeconds: 1
                        fileName: "{partner}_{isa13}.x12"
                        batch: {maximumClaims: 1000, maximumAgeSeconds: 2}
                        payers: ["*"]
                        """
                                .formatted(partner.port()));
    }
}
