package org.claimgate.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.claimgate.flow.Delivery;
import org.claimgate.flow.RemoteFolder;
import org.claimgate.ledger.Lease;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.LedgerException;
import org.claimgate.ledger.NewInterchange;
import org.claimgate.ledger.NewInterchange.TransactionSetNumbers;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.ledger.TestPostgres;
import org.claimgate.partner.Partner;
import org.claimgate.partner.Partners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one PostgreSQL, and one partner whom only one of them may work at. */
class TwoNodesTest {

    private static final Duration OVER = Duration.ofSeconds(-1);

    @TempDir
    private Path folder;

    private DropPoint server;
    private Ledger north;
    private Ledger south;
    private Partner partner;
    private CamelContext context;
    private SftpSessions sessions;
    private PartnerLeases northern;
    private PartnerLeases southern;

    @BeforeEach
    void open() {
        server = new DropPoint(folder.resolve("partner"));
        String url = TestPostgres.newLedger();
        north = Ledger.open(url, "postgres", "postgres", Clock.systemUTC());
        south = Ledger.open(url, "postgres", "postgres", Clock.systemUTC());
        TestHome.write(folder.resolve("partners/test.yaml"), server.profile("test", "[\"*\"]"));
        Partners partners = Partners.load(folder.resolve("partners"));
        partner = partners.find("test").orElseThrow();
        context = new DefaultCamelContext();
        context.start();
        sessions = new SftpSessions(Duration.ofSeconds(30));
        northern = new PartnerLeases(north.leases(), "north", partners.all());
        southern = new PartnerLeases(south.leases(), "south", partners.all());
        northern.beat();
        southern.beat();
    }

    @AfterEach
    void close() throws IOException {
        southern.close();
        northern.close();
        sessions.close();
        context.stop();
        south.close();
        north.close();
        server.close();
    }

    @Test
    void the_first_holds_the_partner_and_the_other_takes_it_over_when_it_closes() {
        Lease first = northern.of("test").orElseThrow();
        assertThat(southern.of("test")).isEmpty();
        northern.close();
        assertThat(northern.of("test")).isEmpty();
        southern.beat();
        assertThat(southern.of("test").orElseThrow().epoch()).isGreaterThan(first.epoch());
        northern.beat();
        assertThat(south.leases().holders()).containsEntry("test", "south");
    }

    @Test
    void a_node_that_does_not_beat_loses_the_partner_and_learns_it_with_its_next_beat() {
        Lease lease = northern.of("test").orElseThrow();
        takeOver();
        assertThat(northern.of("test")).contains(lease);
        assertThat(northern.isHeld(lease)).isFalse();
        northern.beat();
        assertThat(northern.of("test")).isEmpty();
    }

    @Test
    void a_node_that_is_paused_after_its_upload_does_not_deliver_what_another_has_delivered() throws IOException {
        StoredInterchange interchange = waiting("000000001");
        Lease lease = northern.of("test").orElseThrow();
        try (RemoteFolder remote = new PausedUpload(sessions.outbound(context, partner), this::deliverFromSouth)) {
            Delivery delivery = new Delivery(north, Clock.systemUTC());
            assertThatThrownBy(() -> delivery.deliver(partner, lease, remote))
                    .isInstanceOfSatisfying(LedgerException.class, failure -> assertThat(failure.mayHeal())
                            .isTrue());
            waiting("000000002");
            assertThat(delivery.deliver(partner, lease, remote)).isZero();
        }
        assertThat(server.dropped()).containsExactly("test_000000001.x12");
        assertThat(north.interchanges().find(interchange.id()).orElseThrow().state())
                .isEqualTo(StoredInterchange.State.VISIBLE);
    }

    private void deliverFromSouth() {
        takeOver();
        try (RemoteFolder remote = sessions.outbound(context, partner)) {
            Lease lease = southern.of("test").orElseThrow();
            assertThat(new Delivery(south, Clock.systemUTC()).deliver(partner, lease, remote))
                    .isOne();
        }
    }

    /** As if the northern node had been silent for as long as a lease lasts. */
    private void takeOver() {
        north.leases().renew("north", OVER);
        southern.beat();
        assertThat(southern.of("test")).isPresent();
    }

    private StoredInterchange waiting(String number) {
        return north.interchanges()
                .insert(new NewInterchange(
                        "test",
                        number,
                        number,
                        "test_" + number + ".x12",
                        "professional-claim",
                        "T",
                        "ISA*...~\n".getBytes(StandardCharsets.US_ASCII),
                        List.of(new TransactionSetNumbers("0001", "B" + number, 0))));
    }

    /** Something happens elsewhere when a file has been uploaded and looked at, and before that is recorded. */
    private record PausedUpload(RemoteFolder remote, Runnable meanwhile) implements RemoteFolder {

        @Override
        public void storeNew(String name, InputStream content) {
            remote.storeNew(name, content);
        }

        @Override
        public Optional<NewFile> create(String name) {
            return remote.create(name);
        }

        @Override
        public OptionalLong size(String name) {
            OptionalLong size = remote.size(name);
            meanwhile.run();
            return size;
        }

        @Override
        public boolean rename(String from, String to) {
            return remote.rename(from, to);
        }

        @Override
        public void delete(String name) {
            remote.delete(name);
        }

        @Override
        public Optional<String> sha256(String name) {
            return remote.sha256(name);
        }

        @Override
        public void close() {
            remote.close();
        }
    }
}
