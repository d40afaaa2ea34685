package org.claimgate.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.claimgate.camel.Gateway;
import org.claimgate.camel.TestHome;
import org.claimgate.flow.Messages;

/**
 * Claims from the queue to files on SFTP, and payments from 835 files to the queue, through a whole gateway on disk, beside
 * what its broker and its database do with the same messages and rows and nothing else, in the same process and on the same disk.
 */
final class Throughput {

    /** Half of them are paid by one file, the others by several. */
    private static final int CLAIMS = 10_000;

    private static final int FILES = 10;

    /** Java's compiler is done with the gateway then: an edit is quick after it has looked at 100,000 claims. */
    private static final int WARM_UP_ROUNDS = 12;

    /** Milliseconds after which a step looks for work again: what is measured is how it does it. */
    private static final String PERIOD = "20";

    private static final String CLAIM_QUEUE = "claimgate.claims";
    private static final String INTAKE = "intake-queue";

    private Throughput() {}

    /**
     * @param rounds what is printed; some more go before, to warm up
     * @param place for ledger, journal and the partner's folders, which are kept for a look at them
     */
    static void run(int rounds, Path place) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(place), "throughput-");
        try (DropServer partner = DropServer.start(folder.resolve("partner"));
                Gateway gateway = Gateway.start(home(folder, partner).config());
                LedgerTables ledger = LedgerTables.of(gateway.config(), folder)) {
            Queues queues = new Queues(gateway.connectionFactory());
            System.out.printf("| what | a second | processor microseconds each | stolen |%n|---|--:|--:|--:|%n");
            for (int round = 1 - WARM_UP_ROUNDS; round <= rounds; round++) {
                MadeClaims made = MadeClaims.of(round + WARM_UP_ROUNDS, CLAIMS);
                gateway.stopRoute(INTAKE);
                queues.send(CLAIM_QUEUE, made.claims());
                tell(round, CLAIMS, "claims from the queue to files on SFTP", claims(made, gateway, ledger));
                Spent one = payments(made, 0, CLAIMS / 2, partner, ledger);
                tell(round, CLAIMS / 2, "payments from one 835 file to the queue", one);
                Spent several = payments(made, CLAIMS / 2, CLAIMS / 2 / FILES, partner, ledger);
                tell(round, CLAIMS / 2, "payments from ten 835 files to the queue", several);
                gateway.stopRoute(INTAKE);
                Spent broker = queues.throughAndTwice(CLAIM_QUEUE, made.claims());
                gateway.startRoute(INTAKE);
                tell(round, CLAIMS, "broker alone: one message in, two out", broker);
                tell(round, CLAIMS, "database alone: the rows of a claim", ledger.copyClaims(made.prefix(), CLAIMS));
                Spent copied = ledger.copyPayments(made.prefix(), CLAIMS);
                tell(round, CLAIMS, "database alone: the rows of a payment", copied);
                queues.empty(Messages.STATUS_QUEUE);
                queues.empty(Messages.PAYMENT_QUEUE);
            }
        }
    }

    /** All of their messages are in their queue as well when this ends. */
    private static Spent claims(MadeClaims made, Gateway gateway, LedgerTables ledger) throws Exception {
        long before = ledger.sent();
        Spent spent = Spent.by(() -> {
            gateway.startRoute(INTAKE);
            ledger.awaitSent(before + CLAIMS);
            ledger.awaitAllPublished();
        });
        return spent.in(ledger.takenInToVisible(made.prefix()));
    }

    /** For half of the claims, in files of so many each; time runs from the first file in the ledger. */
    private static Spent payments(MadeClaims made, int first, int inAFile, DropServer partner, LedgerTables ledger)
            throws Exception {
        String name = made.prefix() + first + "-";
        Map<String, String> files = new TreeMap<>();
        for (int from = first; from < first + CLAIMS / 2; from += inAFile) {
            files.put(name + from + ".835", made.remittance(from, from + inAFile));
        }
        Spent spent = Spent.by(() -> {
            partner.drop(files);
            ledger.awaitInterpreted(name, files.size());
            ledger.awaitAllPublished();
        });
        return spent.in(ledger.sinceFetched(name));
    }

    private static void tell(int round, int count, String what, Spent spent) {
        if (round > 0) {
            double seconds = spent.time().toNanos() / 1e9;
            long microseconds = spent.processorNanos() / 1_000 / count;
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %d | %.0f %% |%n",
                    what,
                    count / seconds,
                    microseconds,
                    100 * spent.stolen());
        }
    }

    private static TestHome home(Path folder, DropServer partner) {
        return new TestHome(folder)
                .set("claimgate.submission.period", PERIOD)
                .set("claimgate.delivery.period", PERIOD)
                .set("claimgate.interpretation.period", PERIOD)
                .set("claimgate.publication.period", PERIOD)
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
                          user: %s
                          password: %s
                          knownHostsFile: %s
                          outbound: outbound
                          inbound: inbound
                          afterPickup: delete
                          pollSeconds: 1
                        fileName: "{partner}_{isa13}.x12"
                        batch: {maximumClaims: 1000, maximumAgeSeconds: 2}
                        payers: ["*"]
                        """
                                .formatted(partner.port(), DropServer.USER, DropServer.USER, partner.knownHosts()));
    }
}
