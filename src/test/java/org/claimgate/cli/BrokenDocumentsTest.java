package org.claimgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.claimgate.claim.Destination;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.guide.JsonLines;
import org.claimgate.x12.Limits;

/** JSON lines of every sample with something gone, renamed or of another kind: what is written comes back the same, all else is named. */
class BrokenDocumentsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Guides GUIDES = Guides.load(Path.of("mappings/x12"));
    private static final DocumentJudge JUDGE = new DocumentJudge(GUIDES, claim -> Destination.ANYBODY);
    private static final List<List<ObjectNode>> SAMPLES = samples();

    private static List<List<ObjectNode>> samples() {
        try (Stream<Path> files = Files.walk(Path.of("edi-samples"))) {
            List<List<ObjectNode>> samples = new ArrayList<>();
            for (Path file : files.filter(name -> name.toString().endsWith(".x12"))
                    .filter(name -> !name.toString().contains("acknowledgments"))
                    .sorted()
                    .toList()) {
                samples.add(read(Files.readAllBytes(file)));
            }
            assertThat(samples).hasSizeGreaterThan(30);
            return samples;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Property(tries = 40, seed = "4711", shrinking = ShrinkingMode.OFF)
    void whatIsWrittenComesBackTheSameAndAllElseIsNamed(@ForAll Random random) throws IOException {
        for (List<ObjectNode> sample : SAMPLES) {
            List<ObjectNode> documents =
                    sample.stream().map(ObjectNode::deepCopy).collect(Collectors.toCollection(ArrayList::new));
            for (int i = 0; i <= random.nextInt(2); i++) {
                spoil(documents.get(random.nextInt(documents.size())), random);
            }
            String lines = documents.stream().map(JsonNode::toString).collect(Collectors.joining("\n"));
            List<Issue> issues = new ArrayList<>();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            boolean complete = convert(lines, out, issues);

            if (complete) {
                documents.forEach(BrokenDocumentsTest::strip);
                List<ObjectNode> back = read(out.toByteArray());
                back.forEach(BrokenDocumentsTest::strip);
                assertThat(back).as("%s\n%s", lines, out.toString(UTF_8)).isEqualTo(documents);
            } else {
                assertThat(issues).as("%s", lines).anyMatch(Issue::isError);
            }
        }
    }

    private static boolean convert(String lines, ByteArrayOutputStream out, List<Issue> issues) throws IOException {
        InterchangeFile file = new InterchangeFile(claim -> Optional.empty(), false, out, Clock.systemUTC());
        boolean[] complete = {true};
        JUDGE.judge(
                new ByteArrayInputStream(lines.getBytes(UTF_8)),
                (ordinal, bytes, from, to) -> {
                    Optional<InterchangeFile.Written> written = file.writeLine(bytes, from, to);
                    written.ifPresent(done -> issues.addAll(done.issues()));
                    return written.isPresent();
                },
                judged -> {
                    issues.addAll(judged.issues());
                    complete[0] &= judged.accepted() && write(file, judged, issues);
                });
        InterchangeFile.Written last = file.finish();
        issues.addAll(last.issues());
        return complete[0] && last.taken() && issues.stream().noneMatch(Issue::isError);
    }

    private static boolean write(InterchangeFile file, JudgedDocument judged, List<Issue> issues) {
        try {
            InterchangeFile.Written written = file.write(judged);
            issues.addAll(written.issues());
            return written.taken();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<ObjectNode> read(byte[] x12) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        new JsonLines(GUIDES, Limits.USUAL, 1).write(new ByteArrayInputStream(x12), json, issue -> {});
        List<ObjectNode> documents = new ArrayList<>();
        for (String line : json.toString(UTF_8).lines().toList()) {
            documents.add((ObjectNode) MAPPER.readTree(line));
        }
        return documents;
    }

    /** Takes away what need not come back: an envelope, which is completed, and what says nothing. */
    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("envelope");
        }
        for (Iterator<JsonNode> values = node.elements(); values.hasNext(); ) {
            JsonNode value = values.next();
            strip(value);
            boolean nothing =
                    value.isNull() || (value.isTextual() ? value.asText().isEmpty() : value.isEmpty());
            if (node.isObject() && nothing) {
                values.remove();
            }
        }
    }

    private static void spoil(ObjectNode document, Random random) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(document, objects);
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty()) {
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> object.remove(name);
            case 3 -> object.set(name + "s", object.remove(name));
            case 4 -> object.put(name, random.nextInt(100));
            case 5 -> object.putArray(name).add("A");
            case 6 -> object.putObject(name).put("npi", "1");
            case 7 -> object.put(name, "Q*");
            default -> object.put(name, random.nextBoolean() ? "1" : "Q");
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(inner -> collect(inner, objects));
        }
    }
}
