package org.claimgate.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.claimgate.flow.Messages;
import org.claimgate.ledger.InboxFile;
import org.claimgate.ledger.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answer files on their way into the ledger, from a real SFTP server. */
class PickupTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Longer than the pauses of the publication. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    private static final int MANY = 300;

    @TempDir
    private Path folder;

    private DropPoint server;
    private TestHome home;

    @BeforeEach
    void open() {
        server = new DropPoint(folder.resolve("partner"));
        home = new TestHome(folder).partner("test", server.profile("test", "[\"*\"]"));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void a_file_that_was_stored_before_the_process_died_is_only_disposed_of() throws IOException {
        Path answer = answer("answer.x12", "first");
        storeAsIfBefore(answer);
        try (Gateway gateway = Gateway.start(home.config())) {
            await().atMost(PATIENCE).until(() -> !Files.exists(answer));
            await().atMost(PATIENCE).until(() -> files(gateway).get(0).disposed());
            assertThat(files(gateway)).hasSize(1);
            assertThat(server.uploads()).as("files opened").isZero();
        }
    }

    @Test
    void the_same_content_under_another_name_is_kept_as_a_duplicate_and_disposed_of() {
        answer("one.x12", "same");
        try (Gateway gateway = Gateway.start(home.config())) {
            await().atMost(PATIENCE).until(() -> files(gateway).size() == 1);
            Path again = answer("two.x12", "same");
            await().atMost(PATIENCE).until(() -> !Files.exists(again));
            assertThat(files(gateway)).extracting(InboxFile::state).contains(InboxFile.State.DUPLICATE);
        }
    }

    @Test
    void a_partner_may_ask_for_a_key_and_for_files_to_be_moved() throws IOException {
        String profile = server.profile("test", "[\"*\"]")
                .replaceFirst("password: .*", "privateKeyFile: " + server.privateKey())
                .replace("afterPickup: delete", "afterPickup: {move: archive}");
        answer("answer.x12", "content");
        try (Gateway gateway = Gateway.start(home.partner("test", profile).config())) {
            Path moved = server.inbound().resolveSibling("archive/answer.x12");
            await().atMost(PATIENCE).until(() -> Files.exists(moved));
            await().atMost(PATIENCE).until(() -> files(gateway).get(0).disposed());
            assertThat(moved).hasContent("content");
        }
    }

    @Test
    void empty_files_and_names_that_are_not_safe_stay_where_they_are() {
        Path empty = answer("empty.x12", "");
        Path odd = answer("odd*name.x12", "content");
        Path good = answer("good.x12", "content");
        try (Gateway gateway = Gateway.start(home.config())) {
            await().atMost(PATIENCE).until(() -> !Files.exists(good));
            assertThat(empty).exists();
            assertThat(odd).exists();
            assertThat(files(gateway)).extracting(InboxFile::name).containsExactly("good.x12");
        }
    }

    @Test
    void a_file_that_cannot_be_picked_up_is_told_of_once() {
        answer("empty.x12", "");
        answer("odd\u001b[31m.x12", "content");
        TestClock clock = new TestClock();
        GatewayConfig config =
                new GatewayConfig(home.config().home(), home.config().properties(), clock);
        try (Gateway gateway = Gateway.start(config)) {
            awaitTwoPolls(gateway);
            assertThat(problems(gateway, QUIET)).as("before a minute is over").isEmpty();
            clock.pass(Duration.ofSeconds(61));
            awaitTwoPolls(gateway);
            assertThat(problems(gateway, QUIET))
                    .containsExactlyInAnyOrder("SFTP:file-empty empty.x12", "SFTP:name-unsafe odd\\u{1b}[31m.x12");
            awaitTwoPolls(gateway);
            assertThat(problems(gateway, QUIET)).as("at later polls").isEmpty();
        }
        try (Gateway gateway = Gateway.start(config)) {
            awaitTwoPolls(gateway);
            clock.pass(Duration.ofSeconds(61));
            awaitTwoPolls(gateway);
            assertThat(problems(gateway, QUIET)).as("after a restart").isEmpty();
        }
    }

    @Test
    void an_upload_in_progress_is_left_alone_until_it_has_its_name() throws IOException {
        List<Path> uploads = Stream.of("a.835.tmp", "b.PART", "c.x12.partial", "d.835.filepart", ".e.835")
                .map(name -> answer(name, "content of " + name))
                .toList();
        Path good = answer("good.x12", "other content");
        try (Gateway gateway = Gateway.start(home.config())) {
            await().atMost(PATIENCE).until(() -> !Files.exists(good));
            assertThat(uploads).allSatisfy(upload -> assertThat(upload).exists());
            List<Path> complete = new ArrayList<>();
            for (Path upload : uploads) {
                complete.add(Files.move(upload, upload.resolveSibling("answer-" + complete.size() + ".835")));
            }
            await().atMost(PATIENCE).until(() -> complete.stream().noneMatch(Files::exists));
            assertThat(files(gateway))
                    .extracting(InboxFile::name)
                    .containsExactlyInAnyOrder(
                            "good.x12", "answer-0.835", "answer-1.835", "answer-2.835", "answer-3.835", "answer-4.835");
        }
    }

    @Test
    void names_with_blanks_and_brackets_are_picked_up() {
        String name = "ERA 2026-11-22 (1)+,=@#.835";
        Path answer = answer(name, "content");
        try (Gateway gateway = Gateway.start(home.config())) {
            await().atMost(PATIENCE).until(() -> !Files.exists(answer));
            assertThat(files(gateway)).extracting(InboxFile::name).containsExactly(name);
        }
    }

    @Test
    void what_was_downloaded_when_the_process_died_is_stored_even_if_the_partner_has_it_no_more() {
        Path left = folder.resolve("work/downloads/test");
        TestHome.write(left.resolve("vanished.835"), "the only copy");
        TestHome.write(left.resolve("half.835.inprogress"), "half");
        try (Gateway gateway = Gateway.start(home.config())) {
            await().atMost(PATIENCE).until(() -> files(gateway).size() == 1);
            assertThat(files(gateway)).extracting(InboxFile::name).containsExactly("vanished.835");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(left).isEmptyDirectory());
        }
    }

    @Test
    void a_server_that_deletes_what_is_downloaded_is_nothing_to_tell_of() throws IOException {
        server.deletesWhatIsDownloaded();
        answer("answer.835", "content");
        try (Gateway gateway = Gateway.start(home.config())) {
            await().atMost(PATIENCE).until(() -> files(gateway).stream().anyMatch(InboxFile::disposed));
            awaitTwoPolls(gateway);
            assertThat(report(gateway).failed()).isZero();
        }
    }

    @Test
    void an_archive_that_has_the_name_already_gets_the_file_under_another() throws IOException {
        Path archive = server.root().resolve("archive");
        Files.writeString(archive.resolve("weekly.835"), "last week's");
        answer("weekly.835", "this week's");
        server.refusesToOverwrite();
        String profile =
                server.profile("test", "[\"*\"]").replace("afterPickup: delete", "afterPickup: {move: archive}");
        try (Gateway gateway = Gateway.start(home.partner("test", profile).config())) {
            await().atMost(PATIENCE).until(() -> files(gateway).stream().anyMatch(InboxFile::disposed));
            assertThat(archive.resolve("weekly.835")).hasContent("last week's");
            assertThat(archive.resolve("weekly.835." + files(gateway).get(0).id()))
                    .hasContent("this week's");
        }
    }

    @Test
    void one_session_serves_many_polls_and_another_follows_when_the_server_cuts_it() throws IOException {
        try (Gateway gateway = Gateway.start(home.config())) {
            awaitTwoPolls(gateway);
            awaitTwoPolls(gateway);
            assertThat(server.sessions()).as("sessions after four polls").isEqualTo(1);
            server.cutSessions();
            Path answer = answer("answer.x12", "after the cut");
            await().atMost(PATIENCE).until(() -> !Files.exists(answer));
            assertThat(server.sessions()).isEqualTo(2);
            assertThat(report(gateway).failed()).isZero();
        }
    }

    @Test
    void a_folder_of_many_files_is_emptied_in_few_listings() {
        for (int file = 0; file < MANY; file++) {
            answer("answer-" + file + ".835", "content " + file);
        }
        try (Gateway gateway = Gateway.start(home.config())) {
            await().atMost(PATIENCE).until(() -> isEmpty(server.inbound()));
            await().atMost(PATIENCE).until(() -> report(gateway).succeeded() == MANY);
            // One or two to see that they have settled, and one to take them all.
            assertThat(server.listings()).isLessThanOrEqualTo(4);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static RouteReport report(Gateway gateway) {
        return gateway.routes().stream()
                .filter(route -> route.id().equals("pickup-test"))
                .findFirst()
                .orElseThrow();
    }

    /** The first may have begun before now. */
    private static void awaitTwoPolls(Gateway gateway) {
        for (int poll = 0; poll < 2; poll++) {
            Instant last = lastPoll(gateway);
            await().atMost(PATIENCE).until(() -> !Objects.equals(lastPoll(gateway), last));
        }
    }

    private static Instant lastPoll(Gateway gateway) {
        return report(gateway).lastSuccess();
    }

    /** Code and file of the problem messages that wait or come before it has been quiet for so long. */
    private static List<String> problems(Gateway gateway, Duration quiet) {
        List<String> problems = new ArrayList<>();
        try (JMSContext context = gateway.connectionFactory().createContext();
                JMSConsumer consumer = context.createConsumer(context.createQueue(Messages.PROBLEM_QUEUE))) {
            String body = consumer.receiveBody(String.class, quiet.toMillis());
            while (body != null) {
                JsonNode data = new ObjectMapper().readTree(body).get("data");
                problems.add(data.get("code").asText() + " " + data.get("file").asText());
                body = consumer.receiveBody(String.class, quiet.toMillis());
            }
            return problems;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void storeAsIfBefore(Path answer) throws IOException {
        GatewayConfig config = home.config();
        Files.createDirectories(config.work());
        try (Ledger ledger =
                Ledger.open(config.ledgerUrl(), config.ledgerUser(), config.ledgerPassword(), Clock.systemUTC())) {
            Instant modified = Files.getLastModifiedTime(answer).toInstant();
            ledger.durably(() ->
                    ledger.inbox().store("test", "answer.x12", modified, "first".getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Written some time ago, at a whole second: SFTP tells no more. */
    private Path answer(String name, String content) {
        try {
            Path file = Files.writeString(server.inbound().resolve(name), content);
            return Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-22T12:00:00Z")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<InboxFile> files(Gateway gateway) {
        return gateway.ledger().queries().files(0, 10);
    }
}
