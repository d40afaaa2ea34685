package org.claimgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class H2LedgerTest extends LedgerContract {

    @TempDir
    private Path folder;

    @Override
    Ledger openEmpty(Clock clock) {
        return EmptyLedger.in(folder, clock);
    }

    @Test
    void whatWasStoredIsThereAfterReopening() {
        try (Ledger first = Ledger.open(url("again"), "sa", "", Clock.systemUTC())) {
            first.durably(
                    () -> first.inbox().store("partner", "a", Clock.systemUTC().instant(), new byte[] {1}));
        }
        try (Ledger second = Ledger.open(url("again"), "sa", "", Clock.systemUTC())) {
            assertThat(second.queries().files(0, 10)).hasSize(1);
        }
    }

    /** H2 closes itself then, for good. */
    @Test
    void aLedgerWhoseDiskIsFullSaysThatItHasClosedItself() {
        String full = url("full").replace("file:", FullDisk.SCHEME + ":");
        try (Ledger ledger = FullDisk.ledger(full)) {
            assertThat(ledger.hasClosedItself()).isFalse();
            FullDisk.fill();
            assertThatThrownBy(() -> {
                        for (int number = 0; number < 10; number++) {
                            ledger.durably(() -> ledger.controlNumbers().interchange("partner"));
                        }
                    })
                    .isInstanceOfSatisfying(LedgerException.class, failure -> assertThat(failure.mayHeal())
                            .isTrue());
            assertThat(ledger.hasClosedItself()).isTrue();
        } finally {
            FullDisk.makeRoom();
        }
        try (Ledger again = FullDisk.ledger(full)) {
            assertThat(again.hasClosedItself()).isFalse();
        }
    }

    @Test
    void aMessageIsForcedOnceBeforeItIsTold() {
        AtomicInteger writes = new AtomicInteger();
        try (Ledger ledger = FullDisk.ledger(url("told").replace("file:", FullDisk.SCHEME + ":"))) {
            ledger.force();
            ledger.inTransaction(() -> ledger.outbox().add(LedgerFixture.message("told")));
            FullDisk.watch(writes::incrementAndGet);
            ledger.force();
            assertThat(writes.getAndSet(0)).isPositive();
            ledger.inTransaction(() -> ledger.outbox().published(ledger.outbox().lockUnpublished(10)));
            ledger.force();
            assertThat(writes).hasValue(0);
        } finally {
            FullDisk.watch(() -> {});
        }
    }

    @Test
    void earlierClaimsAreAsFarAsTheyWere() throws Exception {
        EarlierClaims.areAsFarAsTheyWere(url("earlier-claims"), "sa", "");
    }

    @Test
    void anUpgradeThatWasBrokenOffBelievesNoCopyThatItMade() throws Exception {
        List<String> steps = statements("/db/migration/V19__claim_state.sql");
        EarlierClaims.areAsFarAsTheEarlierGatewayBroughtThem(url("broken-off"), steps);
    }

    @Test
    void earlierMessagesAreFoundByClaimAndFile() throws Exception {
        EarlierMessages.areFoundByClaimAndFile(url("earlier"), "sa", "");
    }

    @Test
    void aStepOfAClaimMovesItInNoMoreIndexesThanItMust() throws Exception {
        String url = url("indexes");
        Ledger.open(url, "sa", "", Clock.systemUTC()).close();
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement();
                ResultSet indexes = statement.executeQuery("select count(*) from information_schema.indexes"
                        + " where table_name = 'CLAIM_STATE' and index_name not like 'PRIMARY_KEY%'")) {
            indexes.next();
            assertThat(indexes.getInt(1)).isEqualTo(3);
        }
    }

    /** H2 commits each of them by itself; when the process is killed behind the first, half-way or behind the last, all are run again. */
    @ParameterizedTest
    @CsvSource({
        "0?, V1__ledger",
        "1, V2__acknowledgments",
        "2, V3__inquiries",
        "3, V4__received_interchanges",
        "4, V5__postings",
        "5, V6__leases",
        "6, V7__watch",
        "7, V8__housekeeping",
        "8, V9__texts",
        "9, V10__without_texts",
        "10, V11__received_content",
        "11, V12__temporary_names",
        "12, V13__writings",
        "13, V14__keyed_requests",
        "14, V15__moves",
        "15, V16__replaced_claims",
        "16, V17__waiting_messages",
        "17, V18__without_published",
        "18, V19__claim_state",
        "19, V20__without_state"
    })
    void aLedgerWhoseMakingWasBrokenOffIsMadeToTheEnd(String before, String migration) throws Exception {
        List<String> steps = statements("/db/migration/" + migration + ".sql");
        for (int done : new TreeSet<>(List.of((steps.size() + 1) / 2, steps.size()))) {
            String url = "jdbc:h2:mem:" + migration + done;
            try (Connection half = DriverManager.getConnection(url, "sa", "");
                    Statement statement = half.createStatement()) {
                Flyway.configure()
                        .dataSource(url, "sa", "")
                        .target(before)
                        .load()
                        .migrate();
                for (String step : steps.subList(0, done)) {
                    statement.execute(step);
                }
                try (Ledger made = Ledger.open(url, "sa", "", Clock.systemUTC())) {
                    assertThat(made.queries().files(0, 10)).isEmpty();
                }
            }
        }
    }

    private static List<String> statements(String script) throws IOException {
        try (InputStream in = H2LedgerTest.class.getResourceAsStream(script)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("--.*", "");
            for (Map.Entry<String, String> given : Migrations.placeholders(true).entrySet()) {
                text = text.replace("${" + given.getKey() + "}", given.getValue());
            }
            return Stream.of(text.split(";")).filter(part -> !part.isBlank()).toList();
        }
    }

    private String url(String name) {
        return "jdbc:h2:file:" + folder.resolve(name);
    }
}
