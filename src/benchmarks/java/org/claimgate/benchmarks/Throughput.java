package org.claimgate.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
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

    private static final int CLAIMS = 10_000;

    /** Java's compiler is done with most of the gateway then. */
    private static final int WARM_UP_ROUNDS = 3;

    private static final String CLAIM_QUEUE = "claimgate.claims";
    private static final String INTAKE = "intake-queue";
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Throughput() {}

    private interface Work {

        /** Answers how long it took. */
        Duration run() throws IOException, InterruptedException, SQLException;
    }

    /**
     * @param rounds what is printed; some more go before, to warm up
     * @param place for ledger, journal and the partner's folders, which are kept for a look at them
     */
    static void run(int rounds, Path place) throws IOException, InterruptedException, JMSException, SQLException {
        Path folder = Files.createTempDirectory(Files.createDirectories(place), "throughput-");
        Guides guides = Guides.load(Path.of("mappings/x12"));
        try (SandboxServer partner = Sandbox.start(folder.resolve("partner"), 0, guides, Clock.systemUTC());
                Gateway gateway = Gateway.start(home(folder, partner).config());
                LedgerTables ledger = LedgerTables.of(gateway.config())) {
            Queues queues = new Queues(gateway.connectionFactory());
            Path inbound = folder.resolve("partner/users/sandbox/inbound");
            System.out.printf("| what, %d of them | a second | processor microseconds each |%n|---|--:|--:|%n", CLAIMS);
            for (int round = 1 - WARM_UP_ROUNDS; round <= rounds; round++) {
                MadeClaims made = MadeClaims.of(round + WARM_UP_ROUNDS, CLAIMS);
                gateway.stopRoute(INTAKE);
                queues.send(CLAIM_QUEUE, made.claims());
                tell(round, "claims from the queue to files on SFTP", () -> claims(made, gateway, ledger));
                tell(round, "payments from an 835 file to the queue", () -> payments(made, inbound, ledger));
                gateway.stopRoute(INTAKE);
                Duration broker = queues.throughAndTwice(CLAIM_QUEUE, made.claims());
                gateway.startRoute(INTAKE);
                tell(round, "broker alone: one message in, two out", broker, "");
                tell(round, "database alone: the rows of a claim", ledger.copyClaims(made.prefix(), folder), "");
                Duration copied = ledger.copyPayments(made.prefix(), CLAIMS, folder);
                tell(round, "database alone: the rows of a payment", copied, "");
                queues.empty(Messages.STATUS_QUEUE);
                queues.empty(Messages.PAYMENT_QUEUE);
            }
        }
    }

    /** All of their messages are in their queue as well when this ends. */
    private static Duration claims(MadeClaims made, Gateway gateway, LedgerTables ledger)
            throws SQLException, InterruptedException {
        long before = ledger.sent();
        gateway.startRoute(INTAKE);
        ledger.awaitSent(before + CLAIMS);
        ledger.awaitAllPublished();
        return ledger.takenInToVisible(made.prefix());
    }

    private static Duration payments(MadeClaims made, Path inbound, LedgerTables ledger)
            throws IOException, SQLException, InterruptedException {
        Path growing = inbound.resolve(".growing.tmp");
        Files.writeString(growing, made.remittance());
        Files.move(growing, inbound.resolve(made.prefix() + ".835"));
        return ledger.fetchedToPublished(made.prefix() + ".835");
    }

    private static void tell(int round, String what, Work work) throws IOException, InterruptedException, SQLException {
        long before = PROCESS.getProcessCpuTime();
        Duration time = work.run();
        long each = (PROCESS.getProcessCpuTime() - before) / 1_000 / CLAIMS;
        tell(round, what, time, String.valueOf(each));
    }

    private static void tell(int round, String what, Duration time, String processor) {
        if (round > 0) {
            System.out.printf(Locale.ROOT, "| %s | %.0f | %s |%n", what, CLAIMS / (time.toNanos() / 1e9), processor);
        }
    }

    private static TestHome home(Path folder, SandboxServer partner) {
        return new TestHome(folder)
                .set("claimgate.watch.period", "60000")
                .set("claimgate.deadlines.period", "60000")
                .set("claimgate.keep.period", "60000")
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
