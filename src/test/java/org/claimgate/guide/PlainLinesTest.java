package org.claimgate.guide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.claimgate.claim.ClaimReader;
import org.claimgate.claim.Claims;
import org.claimgate.x12.Delimiters;
import org.claimgate.x12.GeneratedClaims;
import org.junit.jupiter.api.Test;

/** The fast way from JSON lines to X12 and the long one come to the same. */
class PlainLinesTest {

    private static final Guide PROFESSIONAL = GuideText.GUIDES.forVocabulary("professional-claim");
    private static final String MARKS = "\"{}[],:\\ \n0x\u0001\u00e9";

    /** JSON lines and the guide of their documents. */
    record Lines(Guide guide, List<String> texts) {

        @Override
        public String toString() {
            return guide.id() + "\n" + String.join("\n", texts);
        }
    }

    @Property(tries = 40, seed = "20261127", shrinking = ShrinkingMode.OFF)
    void bothWaysWriteTheSame(@ForAll("lines") Lines lines) {
        assertThat(written(lines, true)).as("%s", lines).isEqualTo(written(lines, false));
    }

    @Property(tries = 100, seed = "20261127", shrinking = ShrinkingMode.OFF)
    void whatIsPlainIsReadAsTheJsonLibraryReadsIt(@ForAll("lines") Lines lines, @ForAll Random random) {
        PlainJson plain = new PlainJson(lines.guide.shape());
        for (String line : lines.texts) {
            byte[] text = broken(line, random).getBytes(UTF_8);
            Content document = new Scope(lines.guide.shape()).root();
            if (plain.read(text, 0, text.length, document)) {
                ObjectNode tree = ClaimReader.read(text).get(0).json();
                assertThat(tree).as("%s", new String(text, UTF_8)).isNotNull();
                Content expected = lines.guide.content(tree, GuideText::refuse);
                assertThat(Sameness.ofFields(document, expected))
                        .as("%s", new String(text, UTF_8))
                        .isTrue();
            }
        }
    }

    @Test
    void aFlawedClaimIsTakenBackWithTheLevelsThatItOpened() throws IOException {
        List<ObjectNode> claims = generatedClaims();
        for (int flawed = 1; flawed < claims.size(); flawed++) {
            List<ObjectNode> sent = new ArrayList<>(claims);
            sent.set(flawed, claims.get(flawed).deepCopy());
            ((ObjectNode) sent.get(flawed).at("/claimInformation")).put("claimChargeAmount", "a lot");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            List<Integer> refused = new ArrayList<>();

            try (DocumentWriter writer = new DocumentWriter(out, Delimiters.USUAL, "\n", null, GuideText::refuse)) {
                PlainLines plain = new PlainLines(PROFESSIONAL, writer);
                for (int i = 0; i < sent.size(); i++) {
                    byte[] line = sent.get(i).toString().getBytes(UTF_8);
                    if (!plain.write(line, 0, line.length)) {
                        refused.add(i);
                    }
                }
            }

            assertThat(refused).containsExactly(flawed);
            sent.remove(flawed);
            assertThat(out.toString(UTF_8)).isEqualTo(GuideText.write(PROFESSIONAL, sent));
        }
    }

    @Test
    void whatIsOnlyAWarningOfAllThatShareALoopIsToldOfEach() throws IOException {
        List<String> texts = new ArrayList<>();
        for (ObjectNode claim : generatedClaims().subList(0, 3)) {
            ObjectNode one = claim.deepCopy();
            ((ObjectNode) one.at("/billing/address")).put("state", "ZZ");
            texts.add(one.toString());
        }
        Lines lines = new Lines(PROFESSIONAL, texts);

        assertThat(written(lines, true)).isEqualTo(written(lines, false)).containsPattern("(?s)N402.*N402.*N402");
    }

    /** Claims of two providers, their subscribers and dependents. */
    private static List<ObjectNode> generatedClaims() throws IOException {
        try (GeneratedClaims file = new GeneratedClaims(1)) {
            List<ObjectNode> claims =
                    GuideText.read(new String(file.readAllBytes(), UTF_8)).documents();
            assertThat(claims.subList(10, 40)).anyMatch(claim -> claim.has("dependent"));
            return claims.subList(10, 40);
        }
    }

    private static String written(Lines lines, boolean fast) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> issues = new ArrayList<>();
        try (DocumentWriter writer =
                new DocumentWriter(out, Delimiters.USUAL, "\n", null, issue -> issues.add(GuideText.line(issue)))) {
            PlainLines plain = new PlainLines(lines.guide, writer);
            for (String text : lines.texts) {
                byte[] line = text.getBytes(UTF_8);
                if (!(fast && plain.write(line, 0, line.length))) {
                    writeTheLongWay(writer, lines.guide, GuideText.json(text), issues);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString(UTF_8) + issues;
    }

    private static void writeTheLongWay(DocumentWriter writer, Guide guide, ObjectNode document, List<String> issues)
            throws IOException {
        List<Issue> found = Claims.areDocumentsOf(guide) ? guide.check(document) : List.of();
        found.forEach(issue -> issues.add(GuideText.line(issue)));
        if (found.stream().noneMatch(Issue::isError)) {
            writer.write(guide, document);
        }
    }

    private static String broken(String line, Random random) {
        StringBuilder text = new StringBuilder(line);
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(text.length());
            char mark = MARKS.charAt(random.nextInt(MARKS.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, mark);
                default -> text.setCharAt(at, mark);
            }
        }
        return text.toString();
    }

    /** Documents of made-up files, some of them with a value that their guide does not allow. */
    @Provide
    Arbitrary<Lines> lines() {
        return Arbitraries.randomValue(random -> {
            List<Guide> guides = List.copyOf(GuideText.GUIDES.all());
            Guide guide = guides.get(random.nextInt(guides.size()));
            List<String> texts = new ArrayList<>();
            for (ObjectNode document :
                    GuideText.read(LosslessTest.file(guide, random)).documents()) {
                String text = document.toString();
                boolean spoilt = random.nextInt(4) == 0;
                texts.add(spoilt ? text.replaceFirst("\":\"[^\"]{1,3}\"", "\":\"NOT ALLOWED HERE\"") : text);
            }
            return new Lines(guide, texts);
        });
    }
}
