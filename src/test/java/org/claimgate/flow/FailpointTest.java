package org.claimgate.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The list of failpoints, the code and docs/guarantees.md say the same. Profile crash kills at each of them. */
class FailpointTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Map<Failpoint, String> ELSEWHERE = Map.of(
            Failpoint.INTAKE_ANSWERED, "ClaimDoors",
            Failpoint.DELIVERY_CLEARED, "RenamedUpload",
            Failpoint.DELIVERY_UPLOADING, "RenamedUpload",
            Failpoint.DELIVERY_UPLOADED, "RenamedUpload",
            Failpoint.DELIVERY_STAGED, "RenamedUpload",
            Failpoint.DELIVERY_RENAMED, "RenamedUpload");

    private static final Path PAGE = Path.of("docs/guarantees.md");

    @ParameterizedTest
    @EnumSource
    void a_failpoint_is_reached_at_one_place_in_the_step_that_it_is_named_for(Failpoint failpoint) {
        assertThat(placesOf(failpoint)).containsExactly(ELSEWHERE.getOrDefault(failpoint, step(failpoint)));
    }

    @Test
    void the_page_of_guarantees_lists_each_with_its_place_and_what_is_durable_there() throws IOException {
        List<String> rows = Stream.of(Failpoint.values())
                .map(failpoint -> "| `%s` | %s | %s | %s |"
                        .formatted(failpoint, placesOf(failpoint).get(0), failpoint.durable(), failpoint.open()))
                .toList();

        assertThat(Files.readAllLines(PAGE).stream().filter(line -> line.matches("\\| `[A-Z]+_[A-Z]+` \\|.*")))
                .containsExactlyElementsOf(rows);
    }

    private static String step(Failpoint failpoint) {
        String name = failpoint.name().substring(0, failpoint.name().indexOf('_'));
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    /** The classes that come to a failpoint, each as often as it does. */
    private static List<String> placesOf(Failpoint failpoint) {
        String call = "Failpoint." + failpoint + ".reached();";
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> lines(file).stream()
                            .filter(line -> line.contains(call))
                            .map(line -> file.getFileName().toString().replace(".java", "")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
