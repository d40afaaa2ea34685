package org.claimgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.Hashes;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.NewClaim;
import org.claimgate.ledger.NewInterchange;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.ledger.TestPostgres;
import org.claimgate.response.ClaimState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./gateway restore}: of a backup, and of a PostgreSQL that was restored by its own means. */
class RestoreCommandTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;

    private String url;
    private Path backup;

    @BeforeEach
    void open() {
        url = "jdbc:h2:file:" + folder.resolve("work/ledger");
        backup = folder.resolve("backup");
        System.setProperty("claimgate.work", folder.resolve("work").toString());
    }

    @AfterEach
    void close() {
        System.clearProperty("claimgate.work");
        System.clearProperty("claimgate.ledger.url");
        System.clearProperty("claimgate.ledger.user");
        System.clearProperty("claimgate.ledger.password");
    }

    @Test
    void a_backup_is_put_into_place_with_everything_that_may_have_gone_out_on_hold() throws Exception {
        String zip;
        try (Ledger ledger = Ledger.open(url, "claimgate", "", CLOCK)) {
            fill(ledger);
            zip = ledger.backUp(backup);
        }
        CommandRun refused = restore(zip);
        assertThat(refused.exit()).isEqualTo(Exit.PLUMBING);
        assertThat(refused.err()).contains("there is a ledger: " + folder.resolve("work/ledger.mv.db"));

        Files.delete(folder.resolve("work/ledger.mv.db"));
        Path hash = backup.resolve(zip + ".sha256");
        String written = Files.readString(hash);
        Files.writeString(hash, "0" + written);
        assertThat(restore(zip).err()).contains("is not what was written");
        assertThat(folder.resolve("work/ledger.mv.db")).doesNotExist();
        Files.writeString(hash, written);
        CommandRun run = restore(zip);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "interchanges on hold: 1; claims that wait, and will be written into interchanges on hold: 1");
        try (Ledger ledger = Ledger.open(url, "claimgate", "", CLOCK)) {
            isSafe(ledger);
        }
        assertThat(folder.resolve("work/restoring.mv.db")).doesNotExist();
    }

    @Test
    void a_database_that_was_restored_by_its_own_means_is_made_safe_unless_a_gateway_works_on_it() {
        url = TestPostgres.newDatabase();
        System.setProperty("claimgate.ledger.url", url);
        System.setProperty("claimgate.ledger.user", "postgres");
        System.setProperty("claimgate.ledger.password", "postgres");
        try (Ledger ledger = Ledger.open(url, "postgres", "postgres", CLOCK)) {
            fill(ledger);
            ledger.leases().take("test", "a gateway", Duration.ofMinutes(10));
            CommandRun refused = CommandRun.of("restore", "--margin", "50", "--reason", "a test");
            assertThat(refused.exit()).isEqualTo(Exit.PLUMBING);
            assertThat(refused.err()).contains("a gateway works on this ledger");
            ledger.leases().release("a gateway");

            CommandRun run = CommandRun.of("restore", "--margin", "50", "--reason", "a test");

            assertThat(run.exit()).as(run.err()).isZero();
            isSafe(ledger);
        }
        CommandRun file = restore("ledger.zip");
        assertThat(file.exit()).isEqualTo(Exit.PLUMBING);
        assertThat(file.err()).contains("by the means of its database");
    }

    private CommandRun restore(String zip) {
        return CommandRun.of("restore", backup.resolve(zip).toString(), "--margin", "50", "--reason", "a test");
    }

    /** A claim that waits and an interchange that is about to be delivered. */
    private static void fill(Ledger ledger) {
        NewClaim claim = new NewClaim(
                ledger.claims().newId(),
                "sender",
                Hashes.sha256(new byte[] {1}),
                "professional-claim",
                "test",
                "T",
                "A1",
                ClaimState.READY,
                JsonNodeFactory.instance.objectNode(),
                JsonNodeFactory.instance.arrayNode());
        ClaimEvent event = ClaimEvent.own(CLOCK.instant(), ClaimState.READY, "TAKEN_IN", null, "taken in");
        ledger.claims().insert(claim, event);
        insert(ledger);
    }

    private static StoredInterchange insert(Ledger ledger) {
        String number = ledger.controlNumbers().interchange("test");
        return ledger.interchanges()
                .insert(new NewInterchange(
                        "test",
                        number,
                        ledger.controlNumbers().group("test"),
                        number + ".x12",
                        "professional-claim",
                        "T",
                        "ISA".getBytes(StandardCharsets.US_ASCII),
                        List.of()));
    }

    private static void isSafe(Ledger ledger) {
        assertThat(ledger.attention().held(10)).hasSize(1).allSatisfy(held -> {
            assertThat(held.note()).contains("restored from a backup");
            assertThat(held.attempt()).isEqualTo(50);
        });
        assertThat(ledger.interchanges().onTheWay()).isEmpty();
        assertThat(ledger.claims().waiting()).allMatch(waiting -> waiting.restored());
        StoredInterchange next = insert(ledger);
        assertThat(next.interchangeControlNumber()).isEqualTo("000000052");
        assertThat(next.groupControlNumber()).isEqualTo("52");
        assertThat(next.id()).as("messages have ids that are made of it").isEqualTo(52);
        assertThat(ledger.acts().latest(1).get(0).what()).contains("numbers raised by 50");
    }
}
