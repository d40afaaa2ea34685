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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.claimgate.flow.Messages;
import org.claimgate.house.Waiting;
import org.claimgate.ledger.InboxFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Answer files on their way into the ledger, from a real SFTP server. */
class PickupTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Longer than the pauses of the publication. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    private static final int MANY = 60;

    /** One partner for each habit: all of them are served by one gateway. */
    private static final List<String> PARTNERS =
            List.of("plain", "keyed", "crashed", "forgetful", "deleting", "refusing", "cutting", "full");

    private static final String MOVING = "afterPickup: {move: archive}";

    @TempDir
    private static Path folder;

    private static final Map<String, DropPoint> SERVERS = new HashMap<>();
    private static Gateway gateway;

    @BeforeAll
    static void open() {
        TestHome home = new TestHome(folder);
        for (String partner : PARTNERS) {
            DropPoint server = new DropPoint(folder.resolve("partner-" + partner));
            SERVERS.put(partner, server);
            home.partner(partner, profile(partner, server));
        }
        gateway = Gateway.start(home.config());
    }

    @AfterAll
    static void close() throws IOException {
        gateway.close();
        for (DropPoint server : SERVERS.values()) {
            server.close();
        }
        SERVERS.clear();
    }

    private static String profile(String partner, DropPoint server) {
        String profile = server.profile(partner, "[" + partner + "]");
        return switch (partner) {
            case "keyed" -> profile.replaceFirst("password: .*", "privateKeyFile: " + server.privateKey())
                    .replace("afterPickup: delete", MOVING);
            case "refusing" -> profile.replace("afterPickup: delete", MOVING);
            default -> profile;
        };
    }

    @Waiting
    void a_file_that_was_stored_before_the_process_died_is_only_disposed_of() throws IOException {
        gateway.stopRoute("pickup-crashed");
        Path answer = answer("crashed", "answer.x12", "first");
        Instant modified = Files.getLastModifiedTime(answer).toInstant();
        gateway.ledger().durably(() -> gateway.ledger()
                .inbox()
                .store("crashed", "answer.x12", modified, "first".getBytes(StandardCharsets.UTF_8)));
        gateway.startRoute("pickup-crashed");
        awaitGone(answer);
        await().atMost(PATIENCE).until(() -> files("crashed").get(0).disposed());
        assertThat(files("crashed")).hasSize(1);
        assertThat(server("crashed").uploads()).as("files opened").isZero();
    }

    @Waiting
    void the_same_content_under_another_name_is_kept_as_a_duplicate_and_disposed_of() {
        awaitGone(answer("plain", "one.x12", "same"));
        awaitGone(answer("plain", "two.x12", "same"));
        assertThat(files("plain"))
                .filteredOn(file -> file.name().equals("two.x12"))
                .extracting(InboxFile::state)
                .containsExactly(InboxFile.State.DUPLICATE);
    }

    @Waiting
    void a_partner_may_ask_for_a_key_and_for_files_to_be_moved() {
        answer("keyed", "answer.x12", "content");
        Path moved = server("keyed").root().resolve("archive/answer.x12");
        await().atMost(PATIENCE).until(() -> Files.exists(moved));
        await().atMost(PATIENCE).until(() -> files("keyed").get(0).disposed());
        assertThat(moved).hasContent("content");
    }

    @Waiting
    void empty_files_and_names_that_are_not_safe_stay_where_they_are() {
        Path empty = answer("plain", "empty.x12", "");
        Path odd = answer("plain", "odd*name.x12", "content of an odd name");
        awaitGone(answer("plain", "good.x12", "content of a good name"));
        assertThat(empty).exists();
        assertThat(odd).exists();
        assertThat(names("plain")).contains("good.x12").doesNotContain("empty.x12", "odd*name.x12");
    }

    @Waiting
    void a_file_that_cannot_be_picked_up_is_told_of_once(@TempDir Path other) throws IOException {
        TestClock clock = new TestClock();
        try (DropPoint server = new DropPoint(other.resolve("partner"))) {
            TestHome.write(server.inbound().resolve("empty.x12"), "");
            TestHome.write(server.inbound().resolve("odd\u001b[31m.x12"), "content");
            GatewayConfig config = new TestHome(other)
                    .partner("test", server.profile("test", "[\"*\"]"))
                    .config();
            GatewayConfig clocked = new GatewayConfig(config.home(), config.properties(), clock);
            try (Gateway first = Gateway.start(clocked)) {
                awaitTwoPolls(first, "test");
                assertThat(problems(first)).as("before a minute is over").isEmpty();
                clock.pass(Duration.ofSeconds(61));
                awaitTwoPolls(first, "test");
                assertThat(problems(first))
                        .containsExactlyInAnyOrder("SFTP:file-empty empty.x12", "SFTP:name-unsafe odd\\u{1b}[31m.x12");
                awaitTwoPolls(first, "test");
                assertThat(problems(first)).as("at later polls").isEmpty();
            }
            try (Gateway second = Gateway.start(clocked)) {
                awaitTwoPolls(second, "test");
                clock.pass(Duration.ofSeconds(61));
                awaitTwoPolls(second, "test");
                assertThat(problems(second)).as("after a restart").isEmpty();
            }
        }
    }

    @Waiting
    void an_upload_in_progress_is_left_alone_until_it_has_its_name() throws IOException {
        List<Path> uploads = Stream.of("a.835.tmp", "b.PART", "c.x12.partial", "d.835.filepart", ".e.835")
                .map(name -> answer("plain", name, "content of " + name))
                .toList();
        awaitGone(answer("plain", "beside.x12", "other content"));
        assertThat(uploads).allSatisfy(upload -> assertThat(upload).exists());
        List<Path> complete = new ArrayList<>();
        for (Path upload : uploads) {
            complete.add(Files.move(upload, upload.resolveSibling("answer-" + complete.size() + ".835")));
        }
        complete.forEach(PickupTest::awaitGone);
        assertThat(names("plain"))
                .contains("answer-0.835", "answer-1.835", "answer-2.835", "answer-3.835", "answer-4.835")
                .doesNotContain("a.835.tmp", "b.PART", "c.x12.partial", "d.835.filepart", ".e.835");
    }

    @Waiting
    void names_with_blanks_and_brackets_are_picked_up() {
        String name = "ERA 2026-11-22 (1)+,=@#.835";
        awaitGone(answer("plain", name, "content of a name with brackets"));
        assertThat(names("plain")).contains(name);
    }

    @Waiting
    void what_was_downloaded_when_the_process_died_is_stored_even_if_the_partner_has_it_no_more() {
        Path left = folder.resolve("work/downloads/forgetful");
        gateway.stopRoute("pickup-forgetful");
        TestHome.write(left.resolve("vanished.835"), "the only copy");
        TestHome.write(left.resolve("half.835.inprogress"), "half");
        gateway.startRoute("pickup-forgetful");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(names("forgetful")).containsExactly("vanished.835"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(left).isEmptyDirectory());
    }

    @Waiting
    void a_server_that_deletes_what_is_downloaded_is_nothing_to_tell_of() {
        server("deleting").deletesWhatIsDownloaded();
        answer("deleting", "answer.835", "content of a file that is deleted");
        await().atMost(PATIENCE).until(() -> files("deleting").stream().anyMatch(InboxFile::disposed));
        awaitTwoPolls(gateway, "deleting");
        assertThat(report(gateway, "deleting").failed()).isZero();
    }

    @Waiting
    void an_archive_that_has_the_name_already_gets_the_file_under_another() throws IOException {
        Path archive = server("refusing").root().resolve("archive");
        Files.writeString(archive.resolve("weekly.835"), "last week's");
        server("refusing").refusesToOverwrite();
        answer("refusing", "weekly.835", "this week's");
        await().atMost(PATIENCE).until(() -> files("refusing").stream().anyMatch(InboxFile::disposed));
        assertThat(archive.resolve("weekly.835")).hasContent("last week's");
        assertThat(archive.resolve("weekly.835." + files("refusing").get(0).id()))
                .hasContent("this week's");
    }

    @Waiting
    void one_session_serves_many_polls_and_another_follows_when_the_server_cuts_it() {
        awaitTwoPolls(gateway, "cutting");
        awaitTwoPolls(gateway, "cutting");
        assertThat(server("cutting").sessions()).as("sessions after four polls").isEqualTo(1);
        server("cutting").cutSessions();
        awaitGone(answer("cutting", "answer.x12", "after the cut"));
        assertThat(server("cutting").sessions()).isEqualTo(2);
        assertThat(report(gateway, "cutting").failed()).isZero();
    }

    @Waiting
    void a_folder_of_many_files_is_emptied_in_few_listings() {
        gateway.stopRoute("pickup-full");
        for (int file = 0; file < MANY; file++) {
            answer("full", "answer-" + file + ".835", "content " + file);
        }
        gateway.startRoute("pickup-full");
        await().atMost(PATIENCE).until(() -> isEmpty(server("full").inbound()));
        await().atMost(PATIENCE).until(() -> report(gateway, "full").succeeded() == MANY);
        // One or two to see that they have settled, and one to take them all.
        assertThat(server("full").listings()).isLessThanOrEqualTo(4);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static RouteReport report(Gateway of, String partner) {
        return of.routes().stream()
                .filter(route -> route.id().equals("pickup-" + partner))
                .findFirst()
                .orElseThrow();
    }

    /** The first may have begun before now. */
    private static void awaitTwoPolls(Gateway of, String partner) {
        for (int poll = 0; poll < 2; poll++) {
            Instant last = report(of, partner).lastSuccess();
            await().atMost(PATIENCE)
                    .until(() -> !Objects.equals(report(of, partner).lastSuccess(), last));
        }
    }

    private static void awaitGone(Path file) {
        await().atMost(PATIENCE).until(() -> !Files.exists(file));
    }

    /** Code and file of the problem messages that wait or come before it has been quiet for a while. */
    private static List<String> problems(Gateway of) {
        List<String> problems = new ArrayList<>();
        try (JMSContext context = of.connectionFactory().createContext();
                JMSConsumer consumer = context.createConsumer(context.createQueue(Messages.PROBLEM_QUEUE))) {
            String body = consumer.receiveBody(String.class, QUIET.toMillis());
            while (body != null) {
                JsonNode data = new ObjectMapper().readTree(body).get("data");
                problems.add(data.get("code").asText() + " " + data.get("file").asText());
                body = consumer.receiveBody(String.class, QUIET.toMillis());
            }
            return problems;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DropPoint server(String partner) {
        return SERVERS.get(partner);
    }

    /** Written some time ago, at a whole second: SFTP tells no more. */
    private static Path answer(String partner, String name, String content) {
        try {
            Path file = Files.writeString(server(partner).inbound().resolve(name), content);
            return Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-22T12:00:00Z")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(String partner) {
        return files(partner).stream().map(InboxFile::name).toList();
    }

    private static List<InboxFile> files(String partner) {
        return gateway.ledger().queries().files(0, 2 * MANY).stream()
                .filter(file -> file.partner().equals(partner))
                .toList();
    }
}
