package org.claimgate.camel;

import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.claimgate.claim.ClaimFields;
import org.claimgate.claim.Claims;
import org.claimgate.document.ClaimMappings;
import org.claimgate.document.DocumentMappings;
import org.claimgate.document.SentDescription;
import org.claimgate.document.SentMapping;
import org.claimgate.flow.Acts;
import org.claimgate.flow.Admission;
import org.claimgate.flow.Archive;
import org.claimgate.flow.Attention;
import org.claimgate.flow.Deadlines;
import org.claimgate.flow.Delivery;
import org.claimgate.flow.Inquiry;
import org.claimgate.flow.Intake;
import org.claimgate.flow.Interpretation;
import org.claimgate.flow.OtherDocuments;
import org.claimgate.flow.Pickup;
import org.claimgate.flow.Posting;
import org.claimgate.flow.Publication;
import org.claimgate.flow.Retention;
import org.claimgate.flow.SenderClaims;
import org.claimgate.flow.SentDocument;
import org.claimgate.flow.Submission;
import org.claimgate.guide.Guides;
import org.claimgate.ledger.DurableFile;
import org.claimgate.ledger.Ledger;
import org.claimgate.partner.Partners;
import org.claimgate.response.Rejections;

/** What the routes stand on, opened in the order that each needs the one before, and closed the other way round. */
final class Parts implements AutoCloseable {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final GatewayConfig config;
    private final DocumentMappings documents;
    private final Guides guides;
    private final Partners partners;
    private final RouteLog log;
    private final PartnerGuard guard;
    private final SftpSessions sessions;
    private final Ledger ledger;
    private final PartnerLeases leases;
    private final Optional<Broker> broker;
    private final String brokerUrl;
    private final ConnectionFactory connections;
    private final Steps steps;
    private final ClaimDoors doors;
    private final ClaimQueue claims;
    private final InquiryDoors inquiries;
    private final Pickup pickup;
    private final ActDoor acts;
    private final QueueWatch queues;
    private final Attention attention;
    private final AttentionMeters meters;

    private Parts(GatewayConfig config) {
        try {
            this.config = config;
            // Files that hold mistakes are found before anything is started.
            guides = Guides.load(config.mappings().resolve("x12"));
            Rejections rejections = Rejections.load(config.mappings(), guides);
            documents = DocumentMappings.load(config.mappings().resolve("documents"), guides);
            SenderClaims senders = ClaimMappings.load(config.mappings().resolve("claims"));
            Optional<SentDocument> payments = payments(config);
            Optional<Archive> archive = config.archive().map(Archive::new);
            partners = Partners.load(config.partners(), config.asProperties(), new ClaimFields(guides));
            createFolders(config.work(), config.intakeFolder());
            log = new RouteLog(config.clock(), Integer.parseInt(config.get("claimgate.retry.circuit")));
            sessions = closing(new SftpSessions(config.millis("claimgate.sftp.patience")));
            ledger = closing(
                    Ledger.open(config.ledgerUrl(), config.ledgerUser(), config.ledgerPassword(), config.clock()));
            keepNames(config.work());
            leases = closing(PartnerLeases.start(ledger.leases(), PartnerLeases.newNode(), partners.all()));
            guard = new PartnerGuard(ledger, config.clock());
            broker = config.broker().embedded()
                    ? Optional.of(closing(Broker.start(config.work().resolve("broker"), config.broker())))
                    : Optional.empty();
            brokerUrl = broker.map(Broker::url).orElse(config.broker().url());
            connections = JmsParts.connectionFactory(brokerUrl, config.broker());
            pickup = new Pickup(ledger, config.clock());
            Admission admission = new Admission(ledger, new Claims(guides, config.clock()), partners, config.clock());
            Intake intake = new Intake(ledger, documents, senders, admission);
            doors = new ClaimDoors(intake);
            claims = closing(new ClaimQueue(connections, intake));
            inquiries = new InquiryDoors(new Inquiry(ledger, partners, guides, config.clock()));
            acts = new ActDoor(new Acts(ledger, config.clock()), config.backups());
            queues = new QueueWatch(connections);
            attention = new Attention(
                    ledger,
                    partners::find,
                    queues,
                    new Attention.Patience(
                            config.millis("claimgate.watch.ours"), config.millis("claimgate.watch.queues")),
                    config.clock());
            meters = new AttentionMeters(attention, ledger, config.clock());
            steps = new Steps(
                    partners,
                    leases,
                    sessions,
                    new Submission(ledger, partners, guides, config.clock()),
                    new Delivery(ledger, config.clock()),
                    new Interpretation(
                            ledger,
                            partners::find,
                            guides,
                            rejections,
                            new OtherDocuments(documents, admission),
                            config.clock()),
                    new Deadlines(ledger, partners::find, config.clock()),
                    new Publication(ledger),
                    closing(new JmsMessageSender(brokerUrl, config.broker())),
                    payments.map(document -> new Posting(
                            ledger, document, config.paymentsFolder().orElseThrow())),
                    new Retention(ledger, config.keep(), archive, payments.isPresent(), config.clock()));
        } catch (RuntimeException e) {
            closeAfter(e);
            throw e;
        }
    }

    /** Compiled only where there is a folder for it. */
    private static Optional<SentDocument> payments(GatewayConfig config) {
        Path documents = config.mappings().resolve("documents");
        return config.paymentsFolder()
                .map(folder -> SentMapping.compile(
                        SentDescription.named(documents, config.get("claimgate.payments.mapping"))));
    }

    static Parts open(GatewayConfig config) {
        return new Parts(config);
    }

    /** What has ended by itself and cannot begin again in this process, in words; empty as long as all goes on. */
    Optional<String> brokenDown() {
        if (ledger.hasClosedItself()) {
            return Optional.of("the ledger's database has closed itself, because its file could not be written");
        }
        return broker.filter(Broker::hasBrokenDown)
                .map(down -> "the embedded broker has ended, because its journal could not be written");
    }

    GatewayConfig config() {
        return config;
    }

    DocumentMappings documents() {
        return documents;
    }

    Ledger ledger() {
        return ledger;
    }

    PartnerLeases leases() {
        return leases;
    }

    Guides guides() {
        return guides;
    }

    Partners partners() {
        return partners;
    }

    String brokerUrl() {
        return brokerUrl;
    }

    ConnectionFactory connections() {
        return connections;
    }

    SftpSessions sessions() {
        return sessions;
    }

    Steps steps() {
        return steps;
    }

    ClaimDoors doors() {
        return doors;
    }

    ClaimQueue claims() {
        return claims;
    }

    InquiryDoors inquiries() {
        return inquiries;
    }

    ActDoor acts() {
        return acts;
    }

    QueueWatch queues() {
        return queues;
    }

    Attention attention() {
        return attention;
    }

    AttentionMeters meters() {
        return meters;
    }

    Pickup pickup() {
        return pickup;
    }

    RouteLog log() {
        return log;
    }

    PartnerGuard guard() {
        return guard;
    }

    @Override
    public void close() {
        RuntimeException failure = new IllegalStateException("A part of the gateway did not close cleanly");
        closeAfter(failure);
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }

    /** Closes what is open because of a failure, to which the failures of closing are added. */
    void closeAfter(RuntimeException failure) {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                failure.addSuppressed(e);
            }
        }
    }

    private <T extends AutoCloseable> T closing(T part) {
        open.push(part);
        return part;
    }

    private static void createFolders(Path... folders) {
        try {
            for (Path folder : folders) {
                DurableFile.createFolder(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The work folders cannot be made", e);
        }
    }

    /** An H2 file that was just made has its name in the folder also after a power cut. */
    private static void keepNames(Path folder) {
        try {
            DurableFile.forceNames(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The work folder cannot be forced to disk", e);
        }
    }
}
