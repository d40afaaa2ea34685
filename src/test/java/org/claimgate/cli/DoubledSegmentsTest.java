package org.claimgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whichever segment of a sound file stands twice in a row: that is one mistake, or none where it may. */
class DoubledSegmentsTest {

    private static final Set<String> ENVELOPE = Set.of("GS", "ST", "SE", "GE");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "837P/adjusted-dependent/expected.x12",
                "837P/all-providers/expected.x12",
                "837P/secondary/expected.x12",
                "837I/outpatient/expected.x12",
                "835/bundled-and-remarked-lines/received.x12",
                "835/provider-adjustments/received.x12",
                "277CA/provider-rejected/received.x12",
                "276/dependent-with-lines/received.x12",
                "277/several-statuses-and-lines/received.x12",
                "999/rejected/received.x12"
            })
    void a_doubled_segment_is_one_mistake(String sample) throws IOException {
        String text = Files.readString(Path.of("edi-samples", sample)).replace("\n", "");
        List<String> segments = List.of(text.split("~"));
        List<String> arguments = new ArrayList<>(List.of("validate"));
        for (int i = 1; i < segments.size() - 1; i++) {
            String name = i + "-" + segments.get(i).split("\\*")[0];
            Path file = Files.writeString(folder.resolve(name), String.join("~", doubled(segments, i)) + "~");
            arguments.add(file.toString());
        }
        CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
        assertThat(run.out()
                        .lines()
                        .filter(line -> line.contains(": error ") || line.contains(": warning "))
                        .collect(Collectors.groupingBy(line -> line.substring(0, line.indexOf(": ")))))
                .allSatisfy((file, issues) -> assertThat(issues).hasSize(1));
    }

    /** The segments with one of them twice, and SE01 right again; a doubled segment of the envelope is not counted. */
    private static List<String> doubled(List<String> segments, int index) {
        List<String> doubled = new ArrayList<>(segments);
        doubled.add(index, segments.get(index));
        if (!ENVELOPE.contains(segments.get(index).split("\\*")[0])) {
            for (int i = index; ; i++) {
                if (doubled.get(i).startsWith("SE*")) {
                    String[] trailer = doubled.get(i).split("\\*");
                    doubled.set(i, "SE*" + (Integer.parseInt(trailer[1]) + 1) + "*" + trailer[2]);
                    return doubled;
                }
            }
        }
        return doubled;
    }
}
