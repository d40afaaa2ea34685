package org.claimgate.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.claimgate.flow.ActResult.Done;
import org.claimgate.flow.ActResult.Refused;
import org.claimgate.guide.Guides;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.Hashes;
import org.claimgate.ledger.InboxFile;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.LedgerException;
import org.claimgate.ledger.OutboxStore.Told;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.ledger.Turn;
import org.claimgate.partner.Partners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes, what stays, and what is said afterwards of what went; on each database. */
abstract class RetentionContract {

    private static final Acts.By PAT = new Acts.By("pat", "asked for");
    private static final int DAYS = 30;
    private static final String REMOVED = "removed on 2026-12-23 after 30 days, archived in removal-";

    private static final List<String> PAID =
            """
            < 835
                BPR*I*150*C*CHK************20261122~
                TRN*1*CHECK1*1931111111~
                N1*PR*SEVENTH HEALTH PLAN~
                N3*1 PLAN WAY~
                N4*SALEM*OR*97301~
                PER*BL*SUPPORT*TE*5035550111~
                N1*PE*NORTH CLINIC*XX*1234567893~
                LX*1~
                CLP*A1*1*150*150**12*P900*11*1~
                NM1*QC*1*STONE*ALEX****MI*M100~
            = A1 PAID PAID_835"""
                    .lines()
                    .toList();

    private static Guides guides;

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final Clock clock = ((InstantSource) () -> this.now).withZone(ZoneOffset.UTC);
    private Ledger ledger;
    private Partners partners;
    private Path copies;
    private Conversation conversation;

    abstract Ledger openEmpty(Clock clock);

    @BeforeAll
    static void load() {
        guides = Guides.load(Path.of("mappings", "x12"));
    }

    @BeforeEach
    void open() throws IOException {
        ledger = openEmpty(clock);
        partners = SentClaims.partners(folder.resolve("partners"));
        copies = folder.resolve("archive");
        conversation = new Conversation(ledger, guides, partners, X12Alone.of(ledger, guides));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void what_is_settled_goes_into_the_archive_and_what_is_open_stays() throws IOException {
        play("> 837P A1", "> 837P B1 B2");
        play(PAID.toArray(String[]::new));
        play(rejected("B1"));
        settle();
        byte[] sent = ledger.interchanges().bytes(1);
        byte[] answer = ledger.inbox().bytes(1);
        String document = ledger.claims().document(claim("A1")).toString();
        String written = ledger.claims().written(claim("A1")).toString();
        List<String> told = bodies(Told.ofSubject(claim("A1"), ""));
        assertThat(told).isNotEmpty();

        days(DAYS - 1);
        assertThat(retention().run()).isZero();
        days(2);
        assertThat(retention().run()).isPositive();
        assertThat(retention().run()).isZero();

        assertThat(ledger.claims().document(claim("A1"))).isNull();
        assertThat(ledger.claims().written(claim("A1"))).isNull();
        assertThat(ledger.claims().events(claim("A1")))
                .extracting(ClaimEvent::kind)
                .containsExactly("TAKEN_IN");
        assertThatThrownBy(() -> ledger.interchanges().bytes(1))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("removed");
        assertThat(bodies(Told.ofSubject(claim("A1"), ""))).isEmpty();
        for (String open : List.of("B1", "B2")) {
            assertThat(ledger.claims().document(claim(open))).as(open).isNotNull();
            assertThat(ledger.claims().events(claim(open))).as(open).hasSizeGreaterThan(2);
        }
        assertThat(ledger.interchanges().bytes(2)).isNotEmpty();

        Map<String, byte[]> archived = archived();
        assertThat(archived)
                .containsEntry("sent/clearinghouse/1-claims-1.x12", sent)
                .containsEntry("received/clearinghouse/1-answer-1.x12", answer)
                .containsEntry("claims/" + claim("A1") + "/claim.json", document.getBytes(StandardCharsets.UTF_8))
                .containsEntry("claims/" + claim("A1") + "/written.json", written.getBytes(StandardCharsets.UTF_8));
        assertThat(archived.keySet()).noneMatch(name -> name.contains(claim("B2")) || name.contains("claims-2"));
        assertThat(archived.values().stream().map(bytes -> new String(bytes, StandardCharsets.UTF_8)))
                .containsAll(told)
                .anySatisfy(text -> assertThat(text.lines()).anyMatch(line -> line.contains("PAID_835")));
    }

    @Test
    void what_comes_late_is_read_and_told_and_what_came_before_is_known() throws IOException {
        play("> 837P A1");
        play(PAID.toArray(String[]::new));
        StoredClaim paid = ledger.claims().find(claim("A1")).orElseThrow();
        removeAll();

        assertThat(ledger.claims().bySender(paid.sender(), paid.contentHash())).contains(paid);
        assertThat(ledger.claims().events(paid.id())).hasSize(1);
        InboxFile first = ledger.inbox().find(1).orElseThrow();
        InboxFile again = ledger.inbox()
                .store("clearinghouse", "again.835", now, archived().get("received/clearinghouse/1-answer-1.x12"));
        assertThat(again.state()).isEqualTo(InboxFile.State.DUPLICATE);
        assertThat(ledger.inbox().first(again)).contains(first);

        play(
                """
                < 999
                    AK1*HC*1*005010X222A1~
                    AK2*837*0001*005010X222A1~
                    IK3*HI*19*2300*8~
                    CTX*CLM01:A1~
                    IK4*1:2*1271*I6*J020~
                    IK5*E*I5~
                    AK9*E*1*1*1~
                = A1 PAID ACCEPTED_WITH_ERRORS_999 IK502:I5 IK403:I6
                < 277CA
                    BHT*0085*08*R1*20261122*1000*TH~
                    HL*1**20*1~
                    NM1*PR*2*SEVENTH HEALTH PLAN*****PI*PLAN7~
                    TRN*1*R1~
                    DTP*050*D8*20261122~
                    DTP*009*D8*20261122~
                    HL*2*1*21*1~
                    NM1*41*2*NORTH BILLING*****46*NB01~
                    TRN*2*B1~
                    STC*A1:19:PR*20261122*WQ*150~
                    HL*3*2*19*0~
                    NM1*85*2*NORTH CLINIC*****XX*1234567893~
                    TRN*1*0~
                    STC*A3:24:85*20261122*U*150~
                = unmatched REJECTED_277CA
                """
                        .lines()
                        .toArray(String[]::new));
        play(
                """
                < 835
                    BPR*I*0*C*NON************20261129~
                    TRN*1*NOPAY2*1931111111~
                    N1*PR*SEVENTH HEALTH PLAN~
                    N3*1 PLAN WAY~
                    N4*SALEM*OR*97301~
                    PER*BL*SUPPORT*TE*5035550111~
                    N1*PE*NORTH CLINIC*XX*1234567893~
                    LX*1~
                    CLP*A1*22*-150*-150**12*P900*11*1~
                    NM1*QC*1*STONE*ALEX****MI*M100~
                = A1 REVERSED REVERSED_835
                = payment A1 -150 balanced
                """
                        .lines()
                        .toArray(String[]::new));
    }

    @Test
    void whoever_asks_for_what_went_is_told_when_it_went_and_where_it_is() throws IOException {
        play("> 837P A1");
        play(PAID.toArray(String[]::new));
        InboxFile broken = receive("broken.txt", "neither X12 nor anything else");
        interpret();
        Acts acts = new Acts(ledger, clock);
        assertThat(acts.setFileAside("broken.txt", PAT)).isInstanceOf(Done.class);
        removeAll();

        assertThat(((Refused) acts.replay(new ReplaySelection.OfClaim(claim("A1")), PAT)).words())
                .startsWith("nothing is left of claim " + claim("A1") + ": ")
                .contains(REMOVED);
        assertThat(((Refused) acts.retryFile("broken.txt", PAT)).words())
                .startsWith("the bytes of broken.txt were " + REMOVED);
        assertThat(ledger.inbox().find(broken.id()).orElseThrow().state()).isEqualTo(InboxFile.State.SET_ASIDE);
        byte[] question = ("{\"claimId\": \"" + claim("A1") + "\"}").getBytes(StandardCharsets.US_ASCII);
        InquiryReceipt receipt = new Inquiry(ledger, partners, guides, clock)
                .ask(new Handover(question, "test", "test:1", true))
                .get(0);
        assertThat(receipt.refused()).isTrue();
        assertThat(receipt.issues().toString()).contains("INQUIRY:removed", REMOVED);
        assertThat(ledger.removals().ofClaim(claim("A1")).orElseThrow().words()).startsWith(REMOVED);
        assertThat(ledger.removals().ofTimeLine(claim("A1")).orElseThrow().words())
                .startsWith(REMOVED);
        assertThat(ledger.removals().ofFile(1).orElseThrow().words()).startsWith(REMOVED);
        assertThat(ledger.removals().ofInterchange(1).orElseThrow().words()).startsWith(REMOVED);

        receive("late.txt", "nothing that anybody reads");
        interpret();
        Instant before = now.plusSeconds(1);
        assertThat(((Done) acts.replay(new ReplaySelection.OfPeriod(Instant.EPOCH, before), PAT))
                        .act()
                        .what())
                .contains(", without ", REMOVED);
    }

    @Test
    void a_removal_that_was_broken_off_is_made_again_with_one_copy_of_everything() throws IOException {
        play("> 837P A1");
        play(PAID.toArray(String[]::new));
        settle();
        days(DAYS + 1);
        assertThatThrownBy(() -> ledger.inTransaction(() -> {
                    retention().run();
                    throw new IllegalStateException("the process dies");
                }))
                .hasMessage("the process dies");
        assertThat(ledger.claims().document(claim("A1"))).isNotNull();
        assertThat(ledger.interchanges().bytes(1)).isNotEmpty();
        Map<String, byte[]> before = archived();
        assertThat(before).isNotEmpty();

        assertThat(retention().run()).isPositive();
        assertThat(archived()).containsExactlyEntriesOf(before);
        assertThat(ledger.claims().document(claim("A1"))).isNull();
    }

    @Test
    void an_archive_of_a_removal_that_this_ledger_does_not_know_is_never_replaced() throws IOException {
        Files.createDirectories(copies);
        Files.writeString(copies.resolve("removal-000000001.csv"), "file\n\"sent/other/1-a\",SENT_FILES,1\n");
        Files.writeString(copies.resolve("removal-000000001.zip"), "of another time");
        play("> 837P A1");
        play(PAID.toArray(String[]::new));
        removeAll();

        assertThat(copies.resolve("removal-000000001.zip")).hasContent("of another time");
        assertThat(ledger.removals().ofFile(1).orElseThrow().archive()).isEqualTo("removal-000000002.zip");
    }

    @Test
    void nothing_goes_when_the_archive_cannot_be_written() throws IOException {
        play("> 837P A1");
        play(PAID.toArray(String[]::new));
        settle();
        days(DAYS + 1);
        Files.writeString(copies, "a file where the folder should be");

        assertThatThrownBy(() -> retention().run())
                .isInstanceOf(FolderFailure.class)
                .hasMessageContaining("Nothing is removed")
                .hasMessageContaining(copies.toString());
        assertThat(ledger.claims().document(claim("A1"))).isNotNull();
        assertThat(ledger.interchanges().bytes(1)).isNotEmpty();
        assertThat(ledger.inbox().bytes(1)).isNotEmpty();
    }

    @Test
    void what_somebody_still_has_to_do_keeps_what_it_needs() throws IOException {
        play("> 837P A1");
        play(PAID.toArray(String[]::new));
        receive("unreadable.txt", "neither X12 nor anything else");
        interpret();
        days(DAYS + 1);
        Retention posting = new Retention(
                ledger, new Retention.Keep(DAYS, DAYS, DAYS), Optional.of(new Archive(copies)), true, clock);

        // Not delivered, not deleted at the partner, not readable, not published: all of it is open.
        assertThat(posting.run()).isZero();

        settle();
        assertThat(posting.run()).isPositive();
        assertThat(bodies(Told.ofFile(1))).as("the payment, not posted").hasSize(1);
        assertThat(ledger.inbox().bytes(2)).as("not readable").isNotEmpty();
        assertThat(bodies(Told.ofFile(2))).as("what was told of it").isNotEmpty();
        ledger.inTransaction(
                () -> ledger.outbox().posted(ledger.outbox().lockUnposted(Messages.PAYMENT_QUEUE, 10), "a writing"));
        assertThat(posting.run()).isOne();
        assertThat(bodies(Told.ofFile(1))).isEmpty();
    }

    @Test
    void what_is_asked_for_by_a_question_stays_until_it_is_answered() throws IOException {
        play("> 837P A1");
        play(PAID.toArray(String[]::new));
        play("> 276 A1");
        settle();
        days(DAYS + 1);
        retention().run();
        assertThat(ledger.claims().written(claim("A1"))).isNotNull();
        assertThat(ledger.interchanges().bytes(2)).isNotEmpty();
        assertThat(ledger.removals().ofInterchange(1)).isPresent();
    }

    @Test
    void more_than_fits_into_one_transaction_goes_in_several_and_without_an_archive_no_copy_is_made()
            throws IOException {
        ledger.inTransaction(() -> IntStream.range(0, 1100).forEach(i -> ledger.outbox()
                .add(Messages.problem("test:" + i, now, "", JsonNodeFactory.instance.objectNode()))));
        settle();
        days(DAYS + 1);
        Retention retention = new Retention(ledger, new Retention.Keep(0, DAYS, 0), Optional.empty(), false, clock);
        assertThat(retention.run()).isEqualTo(1100);
        assertThat(copies).doesNotExist();
        assertThat(ledger.removals()
                        .ofMessages(Told.between(Instant.EPOCH, now))
                        .orElseThrow()
                        .last()
                        .words())
                .isEqualTo("removed on 2026-12-23 after 30 days, not archived");
        ledger.outbox().add(Messages.problem("test:1", now, "", JsonNodeFactory.instance.objectNode()));
        assertThat(ledger.queries().backlog().messages()).as("known by its id").isZero();
    }

    @Test
    void only_the_kinds_that_have_a_time_go() throws IOException {
        play("> 837P A1");
        play(PAID.toArray(String[]::new));
        settle();
        days(DAYS + 1);
        new Retention(ledger, new Retention.Keep(DAYS, 0, 0), Optional.of(new Archive(copies)), false, clock).run();
        assertThat(ledger.removals().ofFile(1)).isPresent();
        assertThat(ledger.claims().document(claim("A1"))).isNotNull();
        assertThat(ledger.claims().events(claim("A1"))).hasSizeGreaterThan(2);
    }

    private void play(String... lines) {
        assertThat(conversation.play(List.of(lines))).isEmpty();
    }

    private static String[] rejected(String claim) {
        return """
                < 277CA
                    BHT*0085*08*R1*20261122*1000*TH~
                    HL*1**20*1~
                    NM1*PR*2*SEVENTH HEALTH PLAN*****PI*PLAN7~
                    TRN*1*R1~
                    DTP*050*D8*20261122~
                    DTP*009*D8*20261122~
                    HL*2*1*21*1~
                    NM1*41*2*NORTH BILLING*****46*NB01~
                    TRN*2*B2~
                    STC*A1:19:PR*20261122*WQ*150~
                    HL*3*2*19*1~
                    NM1*85*2*NORTH CLINIC*****XX*1234567893~
                    TRN*1*0~
                    STC*A1:19:PR*20261122*WQ*150~
                    HL*4*3*PT~
                    NM1*QC*1*STONE*ALEX****MI*M100~
                    TRN*2*%1$s~
                    STC*A3:21*20261122*U*150~
                    REF*D9*X1~
                = %1$s REJECTED REJECTED_277CA STC:A3:21"""
                .formatted(claim)
                .lines()
                .toArray(String[]::new);
    }

    private Retention retention() {
        return new Retention(
                ledger, new Retention.Keep(DAYS, DAYS, DAYS), Optional.of(new Archive(copies)), false, clock);
    }

    private void removeAll() {
        settle();
        days(DAYS + 1);
        assertThat(retention().run()).isPositive();
    }

    private void days(int days) {
        now = now.plus(Duration.ofDays(days));
    }

    /** All that the other steps have to do: interchanges are visible and watched, files deleted at the partner, messages sent. */
    private void settle() {
        for (Optional<StoredInterchange> next = take(); next.isPresent(); next = take()) {
            StoredInterchange uploading = ledger.interchanges().uploading(next.get(), "a.tmp");
            ledger.interchanges().visible(ledger.interchanges().staged(uploading), false);
        }
        new Deadlines(ledger, id -> Optional.empty(), clock).run();
        ledger.queries().files(0, 100).forEach(file -> ledger.inbox().disposed(file.id()));
        ledger.inTransaction(() -> ledger.outbox().published(ledger.outbox().lockUnpublished(10_000)));
    }

    private Optional<StoredInterchange> take() {
        return ledger.interchanges().take(Turn.at(ledger, SentClaims.PARTNER));
    }

    private InboxFile receive(String name, String text) {
        return ledger.inbox().store(SentClaims.PARTNER, name, now, text.getBytes(StandardCharsets.US_ASCII));
    }

    private void interpret() {
        new Interpretation(
                        ledger,
                        id -> Optional.empty(),
                        guides,
                        SentClaims.rejections(guides),
                        X12Alone.of(ledger, guides),
                        clock)
                .run();
    }

    private String claim(String patientControlNumber) {
        return ledger.claims()
                .byPatientControlNumber(patientControlNumber)
                .get(0)
                .id();
    }

    private List<String> bodies(Told told) {
        return ledger.outbox().originals(told, 0, 100).stream()
                .map(waiting -> waiting.message().body())
                .toList();
    }

    /** Every file of every archive by its name; each is listed with its hash, and there once. */
    private Map<String, byte[]> archived() throws IOException {
        Map<String, byte[]> all = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(copies)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".csv")) {
                    lines.addAll(Files.readAllLines(file));
                    continue;
                }
                try (ZipFile zip = new ZipFile(file.toFile())) {
                    for (var entry : zip.stream().toList()) {
                        assertThat(all.put(
                                        entry.getName(),
                                        zip.getInputStream(entry).readAllBytes()))
                                .as(entry.getName())
                                .isNull();
                    }
                }
            }
        }
        all.forEach((name, bytes) -> assertThat(lines)
                .anyMatch(line -> line.startsWith("\"" + name + "\",")
                        && line.endsWith("," + bytes.length + "," + Hashes.sha256(bytes))));
        return all;
    }
}
