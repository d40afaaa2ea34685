package org.claimgate.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.claimgate.claim.Claims;

/** Whatever a guide allows goes into JSON and comes back as the same segments; what comes back gives the same JSON. */
class LosslessTest {

    /** Files made of each guide in each try: {@code -Dlossless.files=100} for a long run. */
    private static final int FILES = Integer.getInteger("lossless.files", 1);

    /** A file that a guide allows, one segment a line. */
    record Made(Guide guide, String text) {

        @Override
        public String toString() {
            return guide.id() + "\n" + text;
        }
    }

    @Property(tries = 12, seed = "20261122", shrinking = ShrinkingMode.OFF)
    void whatAGuideAllowsComesBackTheSame(@ForAll("files") List<Made> files) {
        for (Made file : files) {
            GuideText.Read read = GuideText.read(file.text);
            assertThat(read.issues()).as("reading %s", file).isEmpty();

            String written = GuideText.write(file.guide, read.documents());
            assertThat(written.lines())
                    .as("writing %s", file)
                    .containsExactlyElementsOf(file.text.lines().toList());

            List<ObjectNode> again = GuideText.read(written).documents();
            assertThat(again).as("reading again %s", file).isEqualTo(read.documents());
        }
    }

    /** A claim that no file had before: one made of parts of several, and of what is left when parts are missing. */
    @Property(tries = 60, seed = "20261128", shrinking = ShrinkingMode.OFF)
    void whatIsAcceptedOfAClaimComesBackTheSame(@ForAll Random random) {
        for (Guide guide : GuideText.GUIDES.all()) {
            if (Claims.areDocumentsOf(guide)) {
                List<ObjectNode> documents =
                        GuideText.read(LosslessTest.file(guide, random)).documents();
                for (ObjectNode document : documents) {
                    JsonNode envelope = document.remove(Envelope.FIELD);
                    mix(document, documents.get(random.nextInt(documents.size())), random);
                    strip(document);
                    document.set(Envelope.FIELD, envelope);
                    if (document.at("/claimInformation").size() > 3
                            && saysWhoThePatientIs(document)
                            && guide.check(document).isEmpty()) {

                        comesBack(guide, document);
                    }
                }
            }
        }
    }

    /** What the edits of a claim ask for where the subscriber is the patient. */
    private static boolean saysWhoThePatientIs(JsonNode document) {
        return document.has("dependent")
                || Stream.of("/address/address1", "/address/city", "/dateOfBirth")
                        .allMatch(field -> document.at("/subscriber" + field).isTextual());
    }

    private static void comesBack(Guide guide, ObjectNode document) {
        String written = GuideText.write(guide, List.of(document));
        GuideText.Read read = GuideText.read(written);
        assertThat(read.lines()).as("%s\n%s", document, written).isEmpty();
        assertThat(read.documents()).as("%s", written).hasSize(1);
        assertThat(differences(document, read.documents().get(0), ""))
                .as("%s", written)
                .isEmpty();
    }

    private static List<String> differences(JsonNode sent, JsonNode back, String pointer) {
        if (sent == null || back == null || !sent.isObject() || !back.isObject()) {
            return Objects.equals(sent, back) ? List.of() : List.of(pointer + ": " + sent + " became " + back);
        }
        Set<String> names = new TreeSet<>();
        sent.fieldNames().forEachRemaining(names::add);
        back.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .flatMap(name -> differences(sent.get(name), back.get(name), pointer + "/" + name).stream())
                .toList();
    }

    /** Takes away what is kept without a name, which belongs to its own file, and what says nothing. */
    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(Reading.UNNAMED);
            for (Iterator<JsonNode> values = object.elements(); values.hasNext(); ) {
                JsonNode value = values.next();
                strip(value);
                if (value.isObject() && value.isEmpty()) {
                    values.remove();
                }
            }
        } else {
            node.forEach(LosslessTest::strip);
        }
    }

    /** Takes some fields away, and some from another object. */
    private static void mix(ObjectNode object, ObjectNode other, Random random) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode value = object.get(name);
            if (random.nextInt(20) == 0) {
                object.remove(name);
            } else if (random.nextInt(10) == 0 && other.has(name)) {
                object.set(name, other.get(name).deepCopy());
            } else if (value instanceof ObjectNode inner) {
                mix(inner, other.get(name) instanceof ObjectNode same ? same : inner.deepCopy(), random);
            } else if (value.isArray()) {
                value.forEach(item -> {
                    if (item instanceof ObjectNode inner) {
                        mix(inner, inner.deepCopy(), random);
                    }
                });
            }
        }
    }

    @Provide
    Arbitrary<List<Made>> files() {
        return Arbitraries.randomValue(random -> {
            List<Made> files = new ArrayList<>();
            for (Guide guide : GuideText.GUIDES.all()) {
                for (int i = 0; i < FILES; i++) {
                    files.add(new Made(guide, file(guide, random)));
                }
            }
            return files;
        });
    }

    static String file(Guide guide, Random random) {
        StringBuilder file = new StringBuilder();
        int interchanges = 1 + random.nextInt(2);
        for (int i = 1; i <= interchanges; i++) {
            file.append(interchange(guide, i, random));
        }
        return file.toString();
    }

    private static String interchange(Guide guide, int number, Random random) {
        StringBuilder text = new StringBuilder(String.format(
                "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261122*1200*^*00501*%09d*0*T*:~%n",
                number));
        boolean grouped = !guide.id().equals(guide.transactionSet());
        int groups = grouped ? 1 + random.nextInt(2) : 0;
        for (int i = 1; i <= groups; i++) {
            text.append(group(guide, i, random));
        }
        if (!grouped) {
            MadeSet.of(guide, random).forEach(segment -> text.append(segment).append("~\n"));
        }
        return text.append(String.format("IEA*%d*%09d~%n", groups, number)).toString();
    }

    private static String group(Guide guide, int number, Random random) {
        StringBuilder text = new StringBuilder(String.format(
                "GS*%s*SENDER*RECEIVER*20261122*1200*%d*X*%s~%n", guide.functionalIdentifier(), number, guide.id()));
        int sets = 1 + random.nextInt(2);
        for (int i = 1; i <= sets; i++) {
            List<String> segments = MadeSet.of(guide, random);
            text.append(String.format("ST*%s*%04d*%s~%n", guide.transactionSet(), i, guide.id()));
            segments.forEach(segment -> text.append(segment).append("~\n"));
            text.append(String.format("SE*%d*%04d~%n", segments.size() + 2, i));
        }
        return text.append(String.format("GE*%d*%d~%n", sets, number)).toString();
    }
}
