package org.claimgate.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/mapping-language.md: its examples load, and every mistake it names is refused with file and line. */
class MappingLanguageTest {

    private static final String HEAD =
            """
            guide: TEST
            title: A guide of a test
            transactionSet: 999
            vocabulary: test
            loops:
              ST!:
                2000 x*:
                  record: true
            """;

    @TempDir
    private Path mappings;

    private Path folder;

    @BeforeEach
    void copyDictionary() throws IOException {
        folder = Files.createDirectory(mappings.resolve("x12"));
        GuideText.copyDictionary(folder);
    }

    @Test
    void theExamplesOfThePageLoad() throws IOException {
        List<String> examples = examples();
        assertThat(examples).hasSize(2);

        Path dictionaryOnly = Files.createDirectory(folder.resolve("dictionary"));
        Files.writeString(dictionaryOnly.resolve("segments.yaml"), examples.get(0));
        assertThat(Guides.load(dictionaryOnly).all()).isEmpty();

        Files.writeString(folder.resolve("example.yaml"), examples.get(1).replaceAll("\\s+#.*", ""));
        Guide guide = Guides.load(folder).find("005010X222A1", "837").orElseThrow();
        assertThat(guide.vocabulary()).isEqualTo("professional-claim");
        assertThat(guide.aliases()).containsExactly("005010X222", "005010X222A2");
    }

    private static List<String> examples() throws IOException {
        String page = Files.readString(Path.of("docs/mapping-language.md"));
        Matcher block = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(page);
        return block.results().map(result -> result.group(1)).toList();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("      NM1*85: {1: 85, 2: 2, 15: npi}", 9, "no position 15"),
                Arguments.of("      QQQ: {1: npi}", 9, "unknown segment 'QQQ'"),
                Arguments.of("      REF*EI: {2: employerId, wrong: 1}", 9, "unknown word 'wrong'"),
                Arguments.of("      DMG: {1: ABCDEF}", 9, "longer than its element"),
                Arguments.of("      DMG: {1: D8, 2: birth, 3: gender(F M UNKNOWN)}", 9, "code 'UNKNOWN' is longer"),
                Arguments.of("      NM1*85: {2: 1, 3: \"lastName<1-61>\"}", 9, "not within the element's own"),
                Arguments.of("      N4: {1: city, 2: \"state(<nowhere>)\"}", 9, "there is no code list 'nowhere'"),
                Arguments.of("      LX: {1: =total}", 9, "unknown counter"),
                Arguments.of("      SV1: {1: procedureCode}", 9, "is a composite"),
                Arguments.of("      CLM: {1/2/3: {A: b}}", 9, "unknown word"),
                Arguments.of("      CAS: {2-19 by 3: {1: reason}}", 9, "'at' is missing"),
                Arguments.of("      CAS: {2-18 by 3: {at: \"adjustments[]\", 1: reason}}", 9, "whole groups"),
                Arguments.of("      HI*BK: {1-12: {1: BK, 2: code}}", 9, "needs an array"),
                Arguments.of("      REF*EI: {2: \"what is this\"}", 9, "no constant and no JSON field"),
                Arguments.of("      REF*EI: {unless: 2310Z, 2: employerId}", 9, "neither in this loop nor around it"),
                Arguments.of(
                        "      REF*EI: {requiredUnless: REF*SY, 2: a}\n      REF*SY: {2: b}",
                        9,
                        "'requiredUnless' names"),
                Arguments.of("      REF*EI: {2: employerId}\n      REF*EI|SY: {2: ssn}", 10, "nothing tells"),
                Arguments.of("      REF*EI: {2: employerId}\n      REF*SY: {2: employerId}", 10, "needs 'unless'"),
                Arguments.of("      NM1*85: {2: 1, 3: name!, 8: XX, 9: npi}", 9, "write a pair"),
                Arguments.of(
                        "      LX: {1: =count}\n      2100 x5:\n        REF*EI: {2: employerId}",
                        10,
                        "must be an array"),
                Arguments.of("      LX: {1: =count}\n      2100: shared", 10, "neither written here nor under"),
                Arguments.of("      LX: {1: =count}\n      2100: {record: true, NTE: {2: note}}", 1, "there are 2"),
                Arguments.of("      LX: {1: =count}\n      LX: {1: =count}", 10, "stands twice"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsRefusedWithFileAndLine(String uses, int line, String words) throws IOException {
        Path file = folder.resolve("test.yaml");
        Files.writeString(file, HEAD + uses + "\n");

        assertThatThrownBy(() -> Guides.load(folder))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(words)
                .hasMessageStartingWith(file + ":" + line + ": ");
    }

    @Test
    void aSharedLoopThatStandsNowhereIsRefused() throws IOException {
        Files.writeString(
                folder.resolve("test.yaml"), HEAD + "      LX: {1: =count}\nshared:\n  2300:\n    NTE: {2: note}\n");

        assertThatThrownBy(() -> Guides.load(folder)).hasMessageContaining("stands nowhere");
    }

    @Test
    void aSharedLoopStandsUnderAnotherLetterOnly() throws IOException {
        String uses = "      LX: {1: =count}\n      2300: shared 2200D\nshared:\n  2200D:\n    NTE: {2: note}\n";
        Files.writeString(folder.resolve("test.yaml"), HEAD + uses);

        assertThatThrownBy(() -> Guides.load(folder)).hasMessageContaining("differs in its letter, not as '2300'");
    }

    @Test
    void whatIsNotYamlIsRefusedWithItsLine() throws IOException {
        Files.writeString(folder.resolve("test.yaml"), "guide: TEST\nloops: {ST!: [\n");

        assertThatThrownBy(() -> Guides.load(folder))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("is not YAML");
    }
}
