package org.claimgate.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.claimgate.guide.Guides;
import org.claimgate.ledger.Hashes;
import org.claimgate.ledger.InboxFile;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.OutboxStore;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.ledger.TestPostgres;
import org.claimgate.ledger.Turn;
import org.claimgate.partner.Partners;
import org.claimgate.response.ClaimState;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A ledger of every released schema is opened by today's gateway: all of it can be read, and the work goes on. */
class ReleasedLedgersTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);

    private static Guides guides;

    @TempDir
    private Path folder;

    @BeforeAll
    static void load() {
        guides = Guides.load(Path.of("mappings", "x12"));
    }

    static Stream<Arguments> releases() {
        return IntStream.rangeClosed(1, ReleasedLedgers.LAST)
                .boxed()
                .flatMap(version -> Stream.of(Arguments.of(version, "H2"), Arguments.of(version, "PostgreSQL")));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void its_ledger_can_be_read_and_the_work_goes_on(int version, String database) throws Exception {
        boolean embedded = database.equals("H2");
        String url =
                embedded ? "jdbc:h2:mem:" + folder.getFileName() + ";DB_CLOSE_DELAY=-1" : TestPostgres.newDatabase();
        String user = embedded ? "sa" : "postgres";
        String password = embedded ? "" : "postgres";
        ReleasedLedgers.make(version, url, user, password);
        try (Ledger ledger = Ledger.open(url, user, password, CLOCK)) {
            everythingIsThere(ledger, version);
            messagesWait(ledger, version);
            whatCameBeforeIsKnown(ledger, version);
            filesAreRead(ledger);
            claimsGoOut(ledger);
            deadlinesAreJudged(ledger, version);
        }
        try (Ledger again = Ledger.open(url, user, password, CLOCK)) {
            assertThat(again.queries().claims(0, 100)).isNotEmpty();
        }
    }

    private static void everythingIsThere(Ledger ledger, int version) {
        Map<String, ClaimState> states = new TreeMap<>();
        for (StoredClaim claim : ledger.queries().claims(0, 100)) {
            states.put(claim.patientControlNumber(), claim.state());
            assertThat(ledger.claims().document(claim.id())).isNotNull();
            assertThat(ledger.queries().timeLine(claim.id()).orElseThrow().events())
                    .isNotEmpty();
            assertThat(ledger.claims().issues(claim.id())).isNotNull();
        }
        assertThat(states)
                .containsEntry("A1", ClaimState.PAID)
                .containsEntry("A2", ClaimState.RECEIVED)
                .containsEntry("B1", ClaimState.SENT)
                .containsEntry("C1", ClaimState.READY)
                .containsEntry("R1", ClaimState.REFUSED)
                .hasSize(version < 7 ? 5 : 6);
        List<InboxFile> files = ledger.queries().files(0, 100);
        assertThat(files).hasSize(4).allSatisfy(file -> assertThat(
                        Hashes.sha256(ledger.inbox().bytes(file.id())))
                .isEqualTo(file.sha256()));
        List<StoredInterchange> interchanges = ledger.queries().interchanges(0, 100);
        assertThat(interchanges).hasSize(Math.min(version, 3) + 1 + version / 7).allSatisfy(sent -> assertThat(
                        Hashes.sha256(ledger.interchanges().bytes(sent.id())))
                .isEqualTo(sent.sha256()));
        assertThat(ledger.acts().latest(10)).hasSize(version < 7 ? 0 : 2);
    }

    private static void messagesWait(Ledger ledger, int version) {
        List<String> waiting = ledger.inTransaction(() -> ledger.outbox().lockUnpublished(100)).stream()
                .map(message -> message.message().duplicateId())
                .toList();
        assertThat(waiting)
                .contains(
                        "claim:" + claim(ledger, "C1").id() + ":TAKEN_IN",
                        "claim:" + claim(ledger, "R1").id() + ":REFUSED");
        List<OutboxStore.Waiting> payments =
                ledger.inTransaction(() -> ledger.outbox().lockUnposted(Messages.PAYMENT_QUEUE, 10));
        assertThat(payments).hasSize(1);
        assertThat(ledger.outbox()
                        .originals(
                                OutboxStore.Told.ofSubject(claim(ledger, "A1").id(), ""), 0, 10))
                .hasSize(2);
        if (version >= 3) {
            assertThat(ledger.inquiries().byTrace(SentClaims.PARTNER, "Q000000001"))
                    .isPresent();
        }
    }

    private static void whatCameBeforeIsKnown(Ledger ledger, int version) {
        StoredClaim first = claim(ledger, "C1");
        assertThat(ledger.claims().bySender("billing", first.contentHash())).contains(first);
        InboxFile again = ledger.inbox()
                .store(
                        SentClaims.PARTNER,
                        "again",
                        CLOCK.instant(),
                        ledger.inbox().bytes(2));
        assertThat(again.state()).isEqualTo(InboxFile.State.DUPLICATE);
        if (version >= 4) {
            InboxFile paid = ledger.inbox().find(2).orElseThrow();
            assertThat(ledger.inbox().takeControlNumber(paid, "ZZ CLEARINGHOUSE", "ZZ GATEWAY", "000000002"))
                    .isFalse();
        }
    }

    private static void filesAreRead(Ledger ledger) {
        int read = new Interpretation(
                        ledger,
                        id -> Optional.empty(),
                        guides,
                        SentClaims.rejections(guides),
                        X12Alone.of(ledger, guides),
                        CLOCK)
                .run();
        assertThat(read).isOne();
        assertThat(claim(ledger, "A2").state()).isEqualTo(ClaimState.PAID);
    }

    private void claimsGoOut(Ledger ledger) throws Exception {
        Partners partners = SentClaims.partners(folder.resolve("partners"));
        List<String> numbers = ledger.queries().interchanges(0, 100).stream()
                .map(StoredInterchange::interchangeControlNumber)
                .toList();
        StoredInterchange oldest =
                ledger.interchanges().take(Turn.at(ledger, SentClaims.PARTNER)).orElseThrow();
        assertThat(oldest.fileName()).isEqualTo("claims-2.x12");

        assertThat(new Submission(ledger, partners, guides, CLOCK).run()).isOne();
        StoredInterchange written = ledger.queries().interchanges(0, 1).get(0);
        assertThat(written.interchangeControlNumber())
                .isGreaterThan(numbers.stream().max(String::compareTo).orElseThrow());
        assertThat(claim(ledger, "C1").position().interchange()).isEqualTo(written.id());
    }

    /** What was sent before there were deadlines is not awaited. */
    private static void deadlinesAreJudged(Ledger ledger, int version) {
        new Deadlines(ledger, id -> Optional.empty(), CLOCK).run();
        assertThat(ledger.attention().overdue(10)).hasSize(version < 7 ? 0 : 1);
        Retention.Keep keep = new Retention.Keep(1, 1, 1);
        new Retention(ledger, keep, Optional.empty(), false, Clock.offset(CLOCK, Duration.ofDays(10))).run();
        assertThat(ledger.removals().ofClaim(claim(ledger, "R1").id())).isEmpty();
    }

    private static StoredClaim claim(Ledger ledger, String patientControlNumber) {
        return ledger.queries().claims(0, 100).stream()
                .filter(claim -> claim.patientControlNumber().equals(patientControlNumber))
                .findFirst()
                .orElseThrow();
    }

    /** Whoever has to change what a release made writes another migration. */
    @Test
    void the_text_of_a_migration_that_was_released_stays_as_it_is() {
        MigrationInfo[] migrations = Flyway.configure()
                .dataSource("jdbc:h2:mem:texts", "sa", "")
                .load()
                .info()
                .all();
        assertThat(Arrays.stream(migrations).map(MigrationInfo::getChecksum).limit(ReleasedLedgers.LAST))
                .containsExactly(1957161240, -1438776998, -688737388, 1098461632, 735866271, 265932514, -306409452);
    }

    @Test
    void a_ledger_of_a_newer_gateway_and_one_of_a_changed_text_are_refused() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("ledger");
        Ledger.open(url, "sa", "", CLOCK).close();
        change(url, "update \"flyway_schema_history\" set \"version\" = '99' where \"version\" = '8'");
        assertThatThrownBy(() -> Ledger.open(url, "sa", "", CLOCK))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 99");
        change(url, "update \"flyway_schema_history\" set \"version\" = '8' where \"version\" = '99'");
        change(url, "update \"flyway_schema_history\" set \"checksum\" = 1 where \"version\" = '3'");
        assertThatThrownBy(() -> Ledger.open(url, "sa", "", CLOCK)).hasMessageContaining("checksum mismatch");
    }

    private static void change(String url, String statement) throws Exception {
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement change = connection.createStatement()) {
            assertThat(change.executeUpdate(statement)).isOne();
        }
    }
}
