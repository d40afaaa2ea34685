package org.claimgate.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "list(.none); []",
                "list(.one); [{\"a\":\"1\"}]",
                "[for (list(.one)) .a]; [\"1\"]",
                "[for (list(.two)) .a]; [\"1\",\"2\"]",
                "date(.day, \"MM/dd/yyyy\"); \"20240229\"",
                "date(.none, \"MM/dd/yyyy\"); null",
                "date(\" \", \"MM/dd/yyyy\"); null",
                "amount(\"1250.5\"); \"1250.50\"",
                "amount(\"000125050\", 2); \"1250.50\"",
                "amount(\"-3\"); \"-3.00\"",
                "amount(\"0.1255\"); \"0.1255\"",
                "amount(.none); null",
                "total([\"0.1\", \"0.2\", 3]); \"3.30\"",
                "total([\"1\", \"\", null]); \"1.00\"",
                "total([]); \"0.00\"",
            })
    void gives(String expression, String result) throws IOException {
        assertThat(run(expression)).isEqualTo(result);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date(\"02/30/2026\", \"MM/dd/yyyy\")",
                "date(\"2/3/26\", \"MM/dd/yyyy\")",
                "date(.day, \"oops\")",
                "amount(\"1,250.00\")",
                "amount(\"SECRET\")",
                "total([\"1\", \"x\"])",
                "amount(\"1E999999999\")",
                "amount(\"1E-999999999\")",
                "total([\"1E999999999\"])",
            })
    void refuses(String expression) {
        assertThatThrownBy(() -> run(expression))
                .isInstanceOf(Refusal.class)
                .hasMessageMatching("the mapping hands [a-z]+\\(\\) what is none");
    }

    private String run(String expression) throws IOException {
        Path file = Files.writeString(folder.resolve("made.jslt"), expression);
        String input = "{\"one\": {\"a\": \"1\"}, \"two\": [{\"a\": \"1\"}, {\"a\": \"2\"}], \"day\": \"02/29/2024\"}";
        return Transformation.compile(file)
                .apply(new ObjectMapper().readTree(input), Map.of())
                .toString();
    }
}
