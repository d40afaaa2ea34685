package org.claimgate.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in a repetition of an element says in which one. */
class RepetitionsTest {

    private static final String GUIDE =
            """
            guide: TEST
            title: A guide of a test
            transactionSet: 999
            functionalIdentifier: FA
            vocabulary: test
            loops:
              ST!:
                2000 x*:
                  record: true
                  DMG!: {1: format, 2: birth, 5: {1: race!(A B C), 2: HE, 3: ~<1-3>}}
            """;

    @TempDir
    private Path mappings;

    @Test
    void aFurtherRepetitionIsJudgedLikeTheFirst() throws IOException {
        assertThat(read("DMG*D8*1990***A:HE:1^B:HE:22^C:HE:333")).isEmpty();
        assertThat(read("DMG*D8*1990***Q^B:HE^:XX:4444"))
                .isEqualTo(
                        """
                IK403:7 DMG05-1^1
                IK403:1 DMG05-2^1
                IK403:1 DMG05-1^3
                IK403:7 DMG05-2^3
                IK403:5 DMG05-3^3
                """);
    }

    @Test
    void anElementThatDoesNotRepeatHasNoRepetition() throws IOException {
        assertThat(read("DMG*D8*" + "9".repeat(36) + "***A:HE")).isEqualTo("IK403:5 DMG02\n");
        assertThat(read("DMG*D8*1990^1991***A:HE")).isEqualTo("IK403:12 DMG02\n");
    }

    @Test
    void theFirstRepetitionThatIsTooManyIsNamed() throws IOException {
        assertThat(read("DMG*D8*1990***A:HE" + "^A:HE".repeat(10))).isEqualTo("IK403:12 DMG05^11\n");
    }

    private String read(String segment) throws IOException {
        Path folder = mappings.resolve("x12");
        if (Files.notExists(folder)) {
            Files.createDirectory(folder);
            GuideText.copyDictionary(folder);
            Files.writeString(folder.resolve("test.yaml"), GUIDE);
        }
        String file = GuideText.interchange("FA", "TEST", "999", segment);
        StringBuilder lines = new StringBuilder();
        for (Issue issue : GuideText.read(Guides.load(folder), file).issues()) {
            Place place = issue.place();
            lines.append(String.format("%s %s%02d", issue.code(), place.segment(), place.element()))
                    .append(place.component() == 0 ? "" : "-" + place.component())
                    .append(place.repetition() == 0 ? "" : "^" + place.repetition())
                    .append('\n');
        }
        return lines.toString();
    }
}
