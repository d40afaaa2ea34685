package org.claimgate.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.claimgate.camel.DyingFolder.Moment;
import org.claimgate.flow.Delivery;
import org.claimgate.flow.RemoteFolder;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.NewInterchange;
import org.claimgate.ledger.NewInterchange.TransactionSetNumbers;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.ledger.StoredInterchange.State;
import org.claimgate.ledger.Turn;
import org.claimgate.partner.Partner;
import org.claimgate.partner.Partners;
import org.claimgate.partner.SftpAccount.Upload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every way to upload, with the process dying at every call to the partner's server, and the partner taking files at once or
 * leaving them. What holds for every server.
 */
abstract class UploadWaysContract {

    private static final byte[] BYTES = "ISA*...~\n".repeat(8_000).getBytes(StandardCharsets.US_ASCII);

    /** Longer than any way has calls. */
    private static final int MOST_CALLS = 20;

    @TempDir
    private Path folder;

    private PartnerServer server;
    private TestClock clock;
    private Ledger ledger;
    private CamelContext context;
    private SftpSessions sessions;
    private Partner partner;
    private int number;

    enum Way {
        HIDDEN(""),
        PREFIX("upload: {prefix: tmp-}"),
        SUFFIX("upload: {suffix: .part}"),
        FOLDER("upload: {folder: staging}"),
        DIRECT("upload: direct");

        private final String line;

        Way(String line) {
            this.line = line;
        }
    }

    /** What the partner does with a file under its own name, as soon as it lies there. */
    enum Desk {
        LEAVES,
        TAKES
    }

    abstract PartnerServer server(Path folder);

    @BeforeEach
    void open() {
        server = server(folder.resolve("partner"));
        clock = new TestClock();
        ledger = Ledger.open("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", clock);
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

    @ParameterizedTest
    @EnumSource
    void whatever_call_the_process_dies_at_the_partner_gets_the_file_once(Way way) throws IOException {
        partner = partner(way);
        List<String> seen = new ArrayList<>();
        for (Desk desk : Desk.values()) {
            for (Moment moment : Moment.values()) {
                int call = 1;
                while (dies(call, moment, desk, seen)) {
                    call++;
                    assertThat(call).isLessThan(MOST_CALLS);
                }
            }
        }
        assertThat(seen).isEqualTo(way == Way.DIRECT ? DIRECT : List.of());
        assertThat(server.root().resolve("staging")).isEmptyDirectory();
    }

    /** The table of docs/decisions/0019: what becomes of a direct upload, by the call at which the process died. */
    private static final List<String> DIRECT = List.of(
            "LEAVES BEFORE 1: VISIBLE",
            "LEAVES BEFORE 2: HOLD, it cannot be told",
            "LEAVES BEFORE 3: VISIBLE",
            "LEAVES MIDDLE 2: HOLD, it cannot be told",
            "LEAVES AFTER 1: HOLD, another file has its name",
            "LEAVES AFTER 2: VISIBLE",
            "LEAVES AFTER 3: VISIBLE",
            "TAKES BEFORE 1: VISIBLE",
            "TAKES BEFORE 2: HOLD, it cannot be told",
            "TAKES BEFORE 3: HOLD, it cannot be told",
            "TAKES MIDDLE 2: HOLD, it cannot be told",
            "TAKES AFTER 1: VISIBLE",
            "TAKES AFTER 2: HOLD, it cannot be told",
            "TAKES AFTER 3: HOLD, it cannot be told");

    /** @return false when there is no such call any more */
    private boolean dies(int call, Moment moment, Desk desk, List<String> seen) throws IOException {
        StoredInterchange interchange = waiting();
        Path file = server.outbound().resolve(interchange.fileName());
        List<byte[]> taken = new ArrayList<>();
        boolean died = false;
        try (RemoteFolder remote = sessions.outbound(context, partner)) {
            new Delivery(ledger, clock)
                    .deliver(partner, Turn.at(ledger, partner.id()), new DyingFolder(remote, call, moment));
        } catch (DyingFolder.Death e) {
            died = true;
            if (moment == Moment.MIDDLE || isDirect()) {
                // Only an open file makes it a difference that the connection ends.
                sessions.close();
                sessions = new SftpSessions(Duration.ofSeconds(30));
            }
            take(desk, file, taken);
            deliver();
        }
        take(Desk.TAKES, file, taken);
        StoredInterchange end = ledger.interchanges().find(interchange.id()).orElseThrow();
        String what = "%s %s %d: %s".formatted(desk, moment, call, said(end));
        assertThat(taken.stream().filter(bytes -> bytes.length > 0)).as(what).hasSizeLessThanOrEqualTo(1);
        if (end.state() == State.VISIBLE) {
            assertThat(taken.get(taken.size() - 1)).as(what).isEqualTo(BYTES);
        }
        if (isDirect()) {
            if (died) {
                seen.add(what);
            }
        } else {
            assertThat(taken).as(what).hasSize(1);
            assertThat(end.state()).as(what).isEqualTo(State.VISIBLE);
        }
        assertThat(server.dropped()).as("left behind by %s", what).isEmpty();
        return died || (moment == Moment.MIDDLE && call < 3);
    }

    private boolean isDirect() {
        return partner.sftp().upload() instanceof Upload.Direct;
    }

    private static String said(StoredInterchange end) {
        String note = String.valueOf(end.note());
        if (end.state() != State.HOLD) {
            return end.state().name();
        }
        return "HOLD, " + (note.startsWith("another") ? "another file has its name" : note.substring(0, 17));
    }

    private static void take(Desk desk, Path file, List<byte[]> taken) throws IOException {
        if (desk == Desk.TAKES && Files.exists(file)) {
            taken.add(Files.readAllBytes(file));
            Files.delete(file);
        }
    }

    @Test
    void another_partys_file_under_our_name_is_neither_overwritten_nor_sent_again() throws IOException {
        partner = partner(Way.DIRECT);
        StoredInterchange interchange = waiting();
        Path file = Files.writeString(server.outbound().resolve(interchange.fileName()), "not ours");

        deliver();

        assertThat(file).hasContent("not ours");
        assertThat(ledger.interchanges().find(interchange.id()).orElseThrow().state())
                .isEqualTo(State.HOLD);
    }

    @Test
    void what_was_begun_in_one_way_is_finished_in_it_when_the_profile_changes() throws IOException {
        partner = partner(Way.HIDDEN);
        StoredInterchange staged = waiting();
        try (RemoteFolder remote = sessions.outbound(context, partner)) {
            RemoteFolder dying = new DyingFolder(remote, 3, Moment.BEFORE);
            assertThatThrownBy(() -> new Delivery(ledger, clock).deliver(partner, Turn.at(ledger, partner.id()), dying))
                    .isInstanceOf(DyingFolder.Death.class);
        }
        assertThat(server.dropped()).containsExactly("." + staged.fileName() + ".1.tmp");
        partner = partner(Way.DIRECT);

        deliver();

        assertThat(server.dropped()).containsExactly(staged.fileName());
        assertThat(Files.readAllBytes(server.outbound().resolve(staged.fileName())))
                .isEqualTo(BYTES);
    }

    @Test
    void names_are_those_that_the_partner_leaves_alone() {
        assertThat(Stream.of(Way.values()).map(this::temporaryName))
                .containsExactly(
                        ".test_x.x12.1.tmp", "tmp-test_x.x12.1", "test_x.x12.1.part", "staging/test_x.x12.1", "none");
    }

    private String temporaryName(Way way) {
        return partner(way).sftp().upload() instanceof Upload.Renamed names
                ? names.temporaryName("test_x.x12", 1)
                : "none";
    }

    private void deliver() {
        try (RemoteFolder remote = sessions.outbound(context, partner)) {
            new Delivery(ledger, clock).deliver(partner, Turn.at(ledger, partner.id()), remote);
        }
    }

    private StoredInterchange waiting() {
        String control = "%09d".formatted(++number);
        return ledger.interchanges()
                .insert(new NewInterchange(
                        "test",
                        control,
                        control,
                        "test_" + control + ".x12",
                        "professional-claim",
                        "T",
                        BYTES,
                        List.of(new TransactionSetNumbers("0001", "B" + control, 0))));
    }

    private Partner partner(Way way) {
        String profile =
                server.profile("test", "[\"*\"]").replace("  pollSeconds: 1", "  pollSeconds: 1\n  " + way.line);
        TestHome.write(folder.resolve("partners/test.yaml"), profile);
        return Partners.load(folder.resolve("partners")).find("test").orElseThrow();
    }
}
