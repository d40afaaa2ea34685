package org.claimgate.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.claimgate.ledger.Hashes;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ContentHashTest {

    /** As claims are read. */
    private static final ObjectMapper READER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    /** By which claims in ledgers were hashed until November 2026. */
    private static final ObjectMapper FIRST_WAY = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @TestFactory
    Stream<DynamicTest> a_claim_that_an_earlier_version_took_in_is_known_again() throws IOException {
        try (Stream<Path> samples = Files.walk(Path.of("edi-samples"))) {
            return samples.filter(file -> file.getFileName().toString().equals("claim.json")).toList().stream()
                    .map(file ->
                            DynamicTest.dynamicTest(file.toString(), () -> knownAgain(READER.readTree(file.toFile()))));
        }
    }

    @Test
    void whatever_its_values_are() throws IOException {
        knownAgain(
                READER.readTree(
                        """
                {"z": 1.50, "a": [1E+2, 100, -0.0, 1e-9, 12345678901234567890, 3.00], "é": "\\u0000\\"\\\\ü𝄞/\\u2028",
                 "B": {"y": null, "x": true, "": {}, "10": [], "9": [[]]}, "b": false, "𝄞": "", "ﬀ": 0}
                """));
        knownAgain(JsonNodeFactory.instance
                .objectNode()
                .put("double", 1.0E10)
                .put("float", 0.1f)
                .put("long", Long.MIN_VALUE));
    }

    @Test
    void white_space_and_the_order_of_fields_do_not_count_and_the_digits_of_amounts_do() throws IOException {
        String hash = ContentHash.of(READER.readTree("{\"a\": {\"b\": 1.5, \"c\": [1, 2]}, \"d\": \"\"}"));
        assertThat(ContentHash.of(READER.readTree("{ \"d\":\"\",\n \"a\":{\"c\":[1,2],\"b\":1.5}}")))
                .isEqualTo(hash);
        assertThat(ContentHash.of(READER.readTree("{\"a\": {\"b\": 1.50, \"c\": [1, 2]}, \"d\": \"\"}")))
                .isNotEqualTo(hash);
        assertThat(ContentHash.of(READER.readTree("{\"a\": {\"b\": 1.5, \"c\": [2, 1]}, \"d\": \"\"}")))
                .isNotEqualTo(hash);
    }

    private static void knownAgain(JsonNode claim) throws IOException {
        byte[] first = FIRST_WAY.writeValueAsBytes(FIRST_WAY.treeToValue(claim, Object.class));
        assertThat(ContentHash.of(claim)).isEqualTo(Hashes.sha256(first));
    }
}
