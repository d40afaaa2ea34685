package org.claimgate.response;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every remittance of edi-samples/ adds up: its lines, its claims and the payment as a whole. */
class BalanceSamplesTest {

    @TestFactory
    Stream<DynamicTest> remittances() throws IOException {
        List<Path> cases;
        try (Stream<Path> folders = Files.list(Path.of("edi-samples", "835"))) {
            cases = folders.sorted().toList();
        }
        assertThat(cases).isNotEmpty();
        return cases.stream()
                .map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> balance(path)));
    }

    private static void balance(Path folder) throws IOException {
        JsonNode documents =
                new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
        SetBalance set = new SetBalance();
        for (JsonNode document : documents) {
            assertThat(Balance.of(document)).isEqualTo(new Balance(List.of(), List.of()));
            set.add(document);
        }
        assertThat(set.result()).isEqualTo(new Balance(List.of(), List.of()));
    }
}
