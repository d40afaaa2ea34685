package org.claimgate.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.claimgate.camel.Gateway;
import org.claimgate.camel.GatewayConfig;
import org.claimgate.camel.Queues;
import org.claimgate.camel.RouteReport;
import org.claimgate.camel.TestHome;
import org.claimgate.flow.Messages;
import org.claimgate.ledger.InboxFile;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.web.StatusPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Nothing that identifies a patient shows in a log line, on a page, or in health and metrics: canaries go through a whole
 * gateway, by every door and down every path that fails, and are looked for everywhere afterwards.
 */
class PatientPrivacyTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String NAME = "CANARYLAST";
    private static final String MEMBER = "CANARYMEMBER";
    private static final String TEXT = "CANARYTEXT";
    private static final List<String> CANARIES = List.of(NAME, MEMBER, TEXT, "19170331");

    @TempDir
    private Path folder;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Gateway gateway;

    @BeforeEach
    void start() throws IOException {
        listen();
        gateway = Gateway.start(config());
        StatusPages.of(gateway, "1.0").mount(gateway.router());
    }

    @AfterEach
    void stop() {
        gateway.close();
        root().detachAppender(log);
        logger("org.claimgate").setLevel(null);
        root().setLevel(Level.WARN);
    }

    @Test
    void no_canary_gets_out_whatever_fails() throws Exception {
        submitByEveryDoor();
        receiveEveryKindOfFile();
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(files()).hasSize(6).noneMatch(file -> file.state() == InboxFile.State.FETCHED);
            assertThat(gateway.ledger().queries().claims(0, 50)).hasSizeGreaterThanOrEqualTo(6);
            assertThat(gateway.routes())
                    .anyMatch(
                            route -> route.id().equals("delivery-test") && route.state() == RouteReport.State.RETRYING);
        });
        assertThat(files())
                .extracting(InboxFile::state)
                .contains(InboxFile.State.INTERPRETED, InboxFile.State.QUARANTINED);
        String logged = logged();
        assertThat(logged)
                .contains("Took in 1 claims from default: 1 refused", "of test: QUARANTINED", "of test: INTERPRETED")
                .doesNotContain(CANARIES);
        for (String path : List.of("/", "/claims", "/files", "/api/status")) {
            assertThat(get(gateway.config().httpPort(), path)).as(path).doesNotContain(CANARIES);
        }
        for (StoredClaim claim : gateway.ledger().queries().claims(0, 50)) {
            assertThat(get(gateway.config().httpPort(), "/claims/" + claim.id()))
                    .doesNotContain(CANARIES);
        }
        int management = Integer.parseInt(gateway.config().properties().get("claimgate.management.port"));
        for (String path : List.of("/observe/health", "/observe/metrics")) {
            assertThat(get(management, path)).as(path).isNotEmpty().doesNotContain(CANARIES);
        }
        assertThat(files()).extracting(InboxFile::note).allSatisfy(note -> assertThat(String.valueOf(note))
                .doesNotContain(CANARIES));
        assertMessagesAreAsDescribed();
    }

    /** Bodies are for the billing system and hold what the contract says; properties hold nothing of a patient. */
    private void assertMessagesAreAsDescribed() throws JMSException, IOException {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        gateway.ledger().queries().backlog().messages())
                .isZero());
        QueueContract contract = new QueueContract();
        Map<String, String> queues = Map.of(
                Messages.STATUS_QUEUE, "status", Messages.PAYMENT_QUEUE, "payment", Messages.PROBLEM_QUEUE, "problem");
        for (Map.Entry<String, String> queue : queues.entrySet()) {
            List<Message> messages = take(queue.getKey());
            assertThat(messages).as(queue.getKey()).isNotEmpty();
            for (Message message : messages) {
                JsonNode body = new ObjectMapper().readTree(message.getBody(String.class));
                assertThat(contract.violations(queue.getValue(), body))
                        .as(queue.getKey())
                        .isEmpty();
                for (Object property : Collections.list(message.getPropertyNames())) {
                    assertThat(message.getStringProperty((String) property)).doesNotContain(CANARIES);
                }
            }
        }
    }

    private List<Message> take(String queue) throws JMSException {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(gateway.brokerUrl());
                JMSContext context = factory.createContext()) {
            JMSConsumer consumer = context.createConsumer(context.createQueue(queue));
            List<Message> messages = new ArrayList<>();
            Message message = consumer.receive(2_000);
            while (message != null) {
                messages.add(message);
                message = consumer.receive(500);
            }
            return messages;
        }
    }

    private void submitByEveryDoor() throws Exception {
        String good = claim();
        List<String> bodies = List.of(
                good,
                good.replace("19170331", "1917" + TEXT),
                good.replaceFirst(
                        "\"claimChargeAmount\"\\s*:\\s*\"[^\"]*\"", "\"claimChargeAmount\": \"" + TEXT + "\""),
                good.replaceFirst("\"lastName\"", "\"" + "lastNames\""),
                TEXT + " is no JSON {",
                "{\"subscriber\": \"" + TEXT);
        for (String body : bodies) {
            post(body);
        }
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(gateway.brokerUrl());
                JMSContext context = factory.createContext()) {
            for (String body : bodies) {
                context.createProducer().send(context.createQueue(Queues.CLAIMS), body.replace("{", " {"));
            }
            for (String body : bodies) {
                context.createProducer().send(context.createQueue(Queues.INQUIRIES), body);
            }
            context.createProducer().send(context.createQueue(Queues.CLAIMS), TEXT.getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(
                gateway.config().intakeFolder().resolve("claims.jsonl"), TEXT + "\n" + good.replace("\n", " "));
    }

    /** The claim of a sample, with canaries in the places of its patient. */
    private static String claim() throws IOException {
        return Files.readString(Path.of("edi-samples/837P/paid-office-visit/claim.json"))
                .replaceAll("\"lastName\"\\s*:\\s*\"[^\"]*\"", "\"lastName\": \"" + NAME + "\"")
                .replaceAll("\"memberId\"\\s*:\\s*\"[^\"]*\"", "\"memberId\": \"" + MEMBER + "\"")
                .replaceAll("\"dateOfBirth\"\\s*:\\s*\"[^\"]*\"", "\"dateOfBirth\": \"19170331\"");
    }

    private void receiveEveryKindOfFile() {
        String isa =
                "ISA*00*          *00*          *ZZ*SANDBOX        *ZZ*CLAIMGATE      *261122*1200*^*00501*000000001*0*T*:~";
        String remittance = isa + "GS*HP*SANDBOX*CLAIMGATE*20261122*1200*1*X*005010X221A1~ST*835*0001~"
                + "BPR*I*80*C*CHK************20261122~TRN*1*777*1512345678~DTM*405*20261122~N1*PR*PLAN~N3*1 A ST~N4*OMAHA*NE*68101~"
                + "PER*BL*DESK*TE*8005551212~N1*PE*PRACTICE*XX*1234567893~LX*1~CLP*PCN9*1*100*80**12*CN1*11~"
                + "NM1*QC*1*" + NAME + "*" + TEXT + "****MI*" + MEMBER + "~";
        String end = "SE*14*0001~GE*1*1~IEA*1*000000001~";
        String acknowledgment = isa.replace("000000001", "000000002")
                + "GS*FA*SANDBOX*CLAIMGATE*20261122*1200*2*X*005010X231A1~ST*999*0001*005010X231A1~AK1*HC*99*005010X222A1~"
                + "AK2*837*0007*005010X222A1~IK3*NM1*8**8~CTX*CLM01:" + TEXT + "~IK4*9*67*7*" + MEMBER
                + "~IK5*R*5~AK9*R*1*1*0~"
                + "SE*9*0001~GE*1*2~IEA*1*000000002~";
        String answer = isa.replace("000000001", "000000003")
                + "GS*HN*SANDBOX*CLAIMGATE*20261122*1200*3*X*005010X212~ST*277*0001*005010X212~BHT*0010*08*R1*20261122*1200*DG~"
                + "HL*1**20*1~NM1*PR*2*PLAN*****PI*PLAN7~HL*2*1*21*1~NM1*41*2*PRACTICE*****46*US~HL*3*2*19*1~"
                + "NM1*1P*2*PRACTICE*****XX*1234567893~HL*4*3*22*0~NM1*IL*1*" + NAME + "*" + TEXT + "****MI*" + MEMBER
                + "~TRN*2*" + TEXT + "~STC*A7:164:IL*20261122**100~REF*EJ*" + TEXT + "~DTP*472*D8*19170331~SE*15*0001~"
                + "GE*1*3~IEA*1*000000003~";
        store("unmatched.277", answer);
        store("garbage.txt", TEXT + "*" + NAME);
        store("cut.835", remittance);
        store("unmatched.835", remittance + end);
        store("wrong.835", remittance.replace("DTM*405*20261122", "DMG*D8*19170331") + TEXT + "*1~" + end);
        store("unmatched.999", acknowledgment);
    }

    private void store(String name, String content) {
        gateway.ledger()
                .inbox()
                .store("test", name, Instant.parse("2026-11-22T12:00:00Z"), content.getBytes(StandardCharsets.UTF_8));
    }

    private List<InboxFile> files() {
        return gateway.ledger().queries().files(0, 50);
    }

    private void post(String body) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + gateway.config().httpPort() + "/api/claims");
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }

    /** A gateway with a partner whose server is not there. */
    private GatewayConfig config() throws IOException {
        Files.writeString(folder.resolve("known_hosts"), "");
        return new TestHome(folder)
                .partner(
                        "test",
                        """
                        id: test
                        sender: {qualifier: ZZ, id: US, applicationId: US}
                        receiver: {qualifier: ZZ, id: THEM, applicationId: THEM}
                        submitterIdentification: US
                        receiverIdentification: THEM
                        receiverName: THEM
                        usageIndicator: T
                        sftp: {host: 127.0.0.1, port: %d, user: u, password: p, knownHostsFile: ../known_hosts,
                               outbound: out, inbound: in, afterPickup: delete, pollSeconds: 1}
                        fileName: "{partner}_{isa13}.x12"
                        batch: {maximumClaims: 1, maximumAgeSeconds: 0}
                        payers: ["*"]
                        """
                                .formatted(TestHome.freePort()))
                .config();
    }

    private void listen() {
        root().setLevel(Level.INFO);
        logger("org.claimgate").setLevel(Level.DEBUG);
        log.start();
        root().addAppender(log);
    }

    private String logged() {
        return List.copyOf(log.list).stream()
                .map(event -> event.getLoggerName() + " " + event.getFormattedMessage() + " "
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
    }

    private static Logger root() {
        return logger(Logger.ROOT_LOGGER_NAME);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
