package org.claimgate.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.claimgate.camel.DropPoint.Fault;
import org.claimgate.flow.Delivery;
import org.claimgate.flow.Messages;
import org.claimgate.flow.RemoteFailure;
import org.claimgate.flow.RemoteFailure.Kind;
import org.claimgate.flow.RemoteFolder;
import org.claimgate.ledger.EmptyLedger;
import org.claimgate.ledger.Lease;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.NewInterchange;
import org.claimgate.ledger.NewInterchange.TransactionSetNumbers;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.ledger.StoredInterchange.State;
import org.claimgate.partner.Partner;
import org.claimgate.partner.Partners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way to fail, and how delivery goes on, against a real SFTP server and a real ledger. */
class DeliveryTest {

    private static final byte[] BYTES = "ISA*...~\n".repeat(8_000).getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    private DropPoint server;
    private Ledger ledger;
    private Lease lease;
    private Partner partner;
    private CamelContext context;
    private SftpSessions sessions;

    @BeforeEach
    void open() {
        server = new DropPoint(folder.resolve("partner"));
        ledger = EmptyLedger.in(folder, Clock.systemUTC());
        lease = ledger.leases().take("test", "a node", Duration.ofHours(1)).orElseThrow();
        partner = partner(server.profile("test", "[\"*\"]"));
        context = new DefaultCamelContext();
        context.start();
        sessions = new SftpSessions(Duration.ofSeconds(30));
    }

    @AfterEach
    void close() throws IOException {
        sessions.close();
        context.stop();
        ledger.close();
        server.close();
    }

    @Test
    void what_waits_becomes_visible_in_order_and_whole() throws IOException {
        waiting("000000001");
        waiting("000000002");
        assertThat(deliver()).isEqualTo(2);
        assertThat(server.dropped()).containsExactly("test_000000001.x12", "test_000000002.x12");
        assertThat(Files.readAllBytes(server.outbound().resolve("test_000000001.x12")))
                .isEqualTo(BYTES);
        assertThat(deliver()).isZero();
    }

    @Test
    void a_server_that_is_down_and_comes_up_gets_it_once() throws IOException {
        StoredInterchange interchange = waiting("000000001");
        server.stop();
        assertThat(failure().kind()).isEqualTo(Kind.UNREACHABLE);
        server.start();
        assertThat(deliver()).isEqualTo(1);
        assertThat(state(interchange)).isEqualTo(State.VISIBLE);
    }

    @Test
    void a_wrong_password_is_called_so_without_showing_it() {
        waiting("000000001");
        partner = partner(server.profile("test", "[\"*\"]").replace("cret", "crets"));
        assertThat(failure().kind()).isEqualTo(Kind.LOGIN);
        assertThat(failure()).hasMessageNotContaining("crets");
    }

    @Test
    void another_host_key_is_not_trusted() throws IOException {
        waiting("000000001");
        server.changeHostKey();
        assertThat(failure().kind()).isEqualTo(Kind.UNTRUSTED);
        assertThat(server.dropped()).isEmpty();
    }

    @Test
    void an_upload_that_breaks_off_starts_again_under_another_name_and_leaves_nothing_behind() throws IOException {
        StoredInterchange interchange = waiting("000000001");
        server.fail(Fault.CUT_WHILE_WRITING, 1);
        assertThat(failure().kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(state(interchange)).isEqualTo(State.UPLOADING);
        assertThat(deliver()).isEqualTo(1);
        assertDeliveredOnce();
    }

    @Test
    void a_full_disk_is_tried_again() throws IOException {
        StoredInterchange interchange = waiting("000000001");
        server.fail(Fault.DISK_FULL, 1);
        assertThat(failure().kind()).isEqualTo(Kind.REFUSED);
        assertThat(state(interchange)).isEqualTo(State.UPLOADING);
        assertThat(deliver()).isEqualTo(1);
        assertDeliveredOnce();
    }

    @Test
    void a_line_cut_before_the_rename_costs_no_second_upload() throws IOException {
        StoredInterchange interchange = waiting("000000001");
        server.fail(Fault.CUT_BEFORE_RENAME, 1);
        failure();
        assertThat(state(interchange)).isEqualTo(State.STAGED);
        int uploads = server.uploads();
        assertThat(deliver()).isEqualTo(1);
        assertThat(server.uploads()).isEqualTo(uploads);
        assertDeliveredOnce();
    }

    @Test
    void a_line_cut_behind_the_rename_is_found_to_have_worked() throws IOException {
        StoredInterchange interchange = waiting("000000001");
        server.fail(Fault.CUT_AFTER_RENAME, 1);
        failure();
        assertThat(state(interchange)).isEqualTo(State.STAGED);
        assertThat(deliver()).isEqualTo(1);
        assertThat(found(interchange).inferred()).isFalse();
        assertDeliveredOnce();
    }

    @Test
    void a_file_that_the_partner_has_taken_already_is_never_sent_again() throws IOException {
        StoredInterchange interchange = waiting("000000001");
        server.fail(Fault.CUT_AFTER_RENAME, 1);
        failure();
        Files.delete(server.outbound().resolve("test_000000001.x12"));
        assertThat(deliver()).isEqualTo(1);
        assertThat(found(interchange).inferred()).isTrue();
        assertThat(server.dropped()).isEmpty();
    }

    @Test
    void a_listing_that_breaks_off_does_not_make_our_file_seem_taken() throws IOException {
        StoredInterchange interchange = waiting("000000001");
        server.fail(Fault.CUT_BEFORE_RENAME, 1);
        failure();
        server.fail(Fault.LISTING_BROKEN_OFF, 1);
        failure();
        assertThat(state(interchange)).isEqualTo(State.STAGED);
        assertThat(deliver()).isEqualTo(1);
        assertThat(found(interchange).inferred()).isFalse();
        assertDeliveredOnce();
    }

    @Test
    void a_name_that_somebody_else_has_taken_is_held_and_told_while_others_go_on() {
        StoredInterchange held = waiting("000000001");
        waiting("000000002");
        TestHome.write(server.outbound().resolve("test_000000001.x12"), "not ours");
        assertThat(deliver()).isEqualTo(1);
        assertThat(state(held)).isEqualTo(State.HOLD);
        assertThat(server.dropped()).contains("test_000000002.x12");
        assertThat(ledger.inTransaction(() -> ledger.outbox().lockUnpublished(10)))
                .extracting(waiting -> waiting.message().queue())
                .containsExactly(Messages.PROBLEM_QUEUE);
    }

    @Test
    void a_server_that_hangs_is_cut_off() throws IOException {
        waiting("000000001");
        sessions.close();
        sessions = new SftpSessions(Duration.ofSeconds(2));
        server.fail(Fault.HANG_WHILE_WRITING, 1);
        assertThat(failure().kind()).isEqualTo(Kind.UNREACHABLE);
        sessions.close();
        sessions = new SftpSessions(Duration.ofSeconds(30));
        assertThat(deliver()).isEqualTo(1);
        assertThat(server.dropped()).contains("test_000000001.x12");
    }

    private void assertDeliveredOnce() throws IOException {
        assertThat(server.dropped()).containsExactly("test_000000001.x12");
        assertThat(Files.readAllBytes(server.outbound().resolve("test_000000001.x12")))
                .isEqualTo(BYTES);
    }

    private int deliver() {
        try (RemoteFolder remote = sessions.outbound(context, partner)) {
            return new Delivery(ledger, Clock.systemUTC()).deliver(partner, lease, remote);
        }
    }

    private RemoteFailure failure() {
        return catchThrowableOfType(RemoteFailure.class, this::deliver);
    }

    private StoredInterchange waiting(String number) {
        NewInterchange interchange = new NewInterchange(
                partner.id(),
                number,
                number,
                "test_" + number + ".x12",
                "professional-claim",
                "T",
                BYTES,
                List.of(new TransactionSetNumbers("0001", "B" + number, 0)));
        return ledger.interchanges().insert(interchange);
    }

    private State state(StoredInterchange interchange) {
        return found(interchange).state();
    }

    private StoredInterchange found(StoredInterchange interchange) {
        return ledger.interchanges().find(interchange.id()).orElseThrow();
    }

    private Partner partner(String profile) {
        TestHome.write(folder.resolve("partners/test.yaml"), profile);
        return Partners.load(folder.resolve("partners")).find("test").orElseThrow();
    }
}
