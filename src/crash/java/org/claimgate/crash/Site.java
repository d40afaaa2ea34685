package org.claimgate.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimgate.camel.BrokerProcess;
import org.claimgate.cli.Claimgate;
import org.claimgate.flow.Failpoint;

/**
 * A gateway or two, a clearinghouse and the line between them, each process to be killed and started again on the same folder.
 * Two partners are served: the answers of one are deleted after pick-up, those of the other moved.
 */
final class Site implements AutoCloseable {

    /** Longer than any start or step takes on a busy machine. */
    static final Duration PATIENCE = Duration.ofSeconds(120);

    /** How long an SFTP session may last here, so that a line that hangs is noticed soon. */
    private static final int SESSION_MILLIS = 20_000;

    /** How long all is kept. */
    static final Duration KEPT = Duration.ofDays(365);

    private static final String DELETING = "sandbox";
    private static final String MOVING = "sandbox-batch";

    private final Jvm jvm;
    private final Path folder;
    private final LedgerPlace ledger;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final int partnerPort = freePort();
    private final int brokerPort = freePort();
    private final Line line = new Line(partnerPort);
    private final Dropped dropped;
    private final Node gateway;
    private final Node second;
    private Child broker;
    private Child clearinghouse;

    /** Nothing is started yet. */
    Site(Jvm jvm, Path folder, LedgerPlace ledger) {
        this.jvm = jvm;
        this.folder = folder;
        this.ledger = ledger;
        this.dropped = new Dropped(folder.resolve("clearinghouse"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "site-close"));
        create(folder.resolve("partners"));
        create(folder.resolve("clearinghouse/users/" + MOVING + "/taken"));
        settings.putAll(ledger.settings());
        settings.put("claimgate.work", folder.resolve("work").toString());
        settings.put("claimgate.partners", folder.resolve("partners").toString());
        settings.put("claimgate.broker.acceptor", brokerUrl());
        settings.put("claimgate.intake.period", "200");
        settings.put("claimgate.submission.period", "200");
        settings.put("claimgate.delivery.period", "200");
        settings.put("claimgate.interpretation.period", "200");
        settings.put("claimgate.publication.period", "100");
        settings.put("claimgate.deadlines.period", "200");
        settings.put("claimgate.payments.folder", paymentsFolder().toString());
        settings.put("claimgate.payments.period", "200");
        for (String kind : List.of("files", "documents", "events")) {
            settings.put("claimgate.keep." + kind, String.valueOf(KEPT.toDays()));
        }
        settings.put("claimgate.keep.period", "1000");
        settings.put("claimgate.archive", folder.resolve("archive").toString());
        settings.put("claimgate.pickup.settle", "100");
        settings.put("claimgate.pickup.backoff", "1");
        settings.put("claimgate.retry.first", "100");
        settings.put("claimgate.retry.longest", "1000");
        settings.put("claimgate.sftp.patience", String.valueOf(SESSION_MILLIS));
        this.gateway = new Node("gateway", jvm, folder, settings);
        this.second = new Node("gateway-2", jvm, folder, settings);
        write(folder.resolve("partners/deleting.yaml"), profile("deleting", DELETING, 1, "delete", "[\"*\"]"));
        write(
                folder.resolve("partners/moving.yaml"),
                profile("moving", MOVING, 3, "{move: taken}", "[" + Claim.MOVING_PAYER + "]"));
    }

    /** A gateway as it is by default: its broker is its own. */
    void start() {
        startClearinghouse();
        startGateway();
    }

    void startWithExternalBroker() {
        startExternalBroker();
        start();
    }

    /** Two gateways at once, on a ledger that nobody has opened before. */
    void startTwo() {
        startExternalBroker();
        startClearinghouse();
        gateway.launch();
        second.launch();
        gateway.awaitStarted();
        second.awaitStarted();
    }

    private void startExternalBroker() {
        settings.remove("claimgate.broker.acceptor");
        settings.put("claimgate.broker.url", brokerUrl());
        startBroker();
    }

    void startBroker() {
        broker = start(
                "broker",
                List.of(),
                BrokerProcess.class,
                folder.resolve("broker").toString(),
                brokerUrl());
        broker.expect(BrokerProcess.RUNNING, PATIENCE);
    }

    void killBroker() {
        broker.kill();
    }

    void startClearinghouse() {
        String port = String.valueOf(partnerPort);
        String home = folder.resolve("clearinghouse").toString();
        clearinghouse = start("clearinghouse", List.of(), Claimgate.class, "sandbox", "--port", port, "--folder", home);
        clearinghouse.expect("The sandbox clearinghouse runs", PATIENCE);
        trustTheLine();
    }

    void killClearinghouse() {
        clearinghouse.kill();
    }

    /** Starts the gateway and waits until it takes claims in. */
    void startGateway() {
        launchGateway();
        awaitGateway();
    }

    /** Starts the gateway and does not wait. */
    void launchGateway() {
        gateway.launch();
    }

    private Child start(String name, List<String> options, Class<?> program, String... arguments) {
        return Child.start(name, jvm.command(options, program, arguments), folder.resolve(name + ".log"));
    }

    void awaitGateway() {
        gateway.awaitStarted();
    }

    /** Asks the gateway to stand still at a failpoint, the next time that it comes there. */
    void standStillAt(Failpoint failpoint) {
        gateway.standStillAt(failpoint);
    }

    boolean standsStillAt(Failpoint failpoint) {
        return gateway.standsStillAt(failpoint, PATIENCE);
    }

    void goOn() {
        gateway.goOn();
    }

    /** Lets the gateway alone for so long, whether it runs yet or not. */
    void letGatewayBe(Duration time) {
        gateway.lives(time);
    }

    /** As its operator would. */
    void endGateway() {
        gateway.end();
    }

    void killGateway() {
        gateway.kill();
    }

    Node gateway() {
        return gateway;
    }

    /** The other gateway, where two are started. */
    Node second() {
        return second;
    }

    Line line() {
        return line;
    }

    Path folder() {
        return folder;
    }

    /** Where one of the partners takes files from us. */
    Path dropFolder() {
        return folder.resolve("clearinghouse/users/" + DELETING + "/outbound");
    }

    /** Where that partner's files are downloaded to. */
    Path downloadsFolder() {
        return folder.resolve("work/downloads/deleting");
    }

    /** Where payments are put for accounting. */
    Path paymentsFolder() {
        return folder.resolve("payments");
    }

    /** Where a JMS client reaches the gateway's broker. */
    String brokerUrl() {
        return "tcp://127.0.0.1:" + brokerPort;
    }

    /** Where the gateway's API is. */
    String apiUrl() {
        return gateway.apiUrl();
    }

    Dropped dropped() {
        return dropped;
    }

    LedgerPlace ledger() {
        return ledger;
    }

    @Override
    public void close() {
        line.close();
        gateway.close();
        second.close();
        for (Child child : new Child[] {clearinghouse, broker}) {
            if (child != null) {
                child.close();
            }
        }
    }

    /** The clearinghouse's key, at the line's address. */
    private void trustTheLine() {
        try {
            String known = Files.readString(folder.resolve("clearinghouse/known_hosts"));
            Files.writeString(
                    folder.resolve("known_hosts"), known.replace(":" + partnerPort + " ", ":" + line.port() + " "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String profile(String id, String user, int pollSeconds, String afterPickup, String payers) {
        return """
                id: %s
                name: Clearinghouse of the crash harness
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
                  knownHostsFile: ../known_hosts
                  outbound: outbound
                  inbound: inbound
                  afterPickup: %s
                  pollSeconds: %d
                fileName: "{partner}_{isa13}.x12"
                batch: {maximumClaims: 100, maximumAgeSeconds: 1}
                deadlines: {timeZone: UTC, ta1: 1 minute}
                acknowledge: {ta1: asked, 999: always, strictness: set, controlNumbers: unique}
                payers: %s
                """
                .formatted(id, line.port(), user, user, afterPickup, pollSeconds, payers);
    }

    private static void create(Path made) {
        try {
            Files.createDirectories(made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
