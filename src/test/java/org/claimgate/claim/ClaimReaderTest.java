package org.claimgate.claim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.claimgate.claim.ClaimReader.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimReaderTest {

    private static List<Item> read(String body) {
        return ClaimReader.read(body.getBytes(UTF_8));
    }

    private static List<String> names(List<Item> items) {
        return items.stream()
                .map(item -> item.json() == null
                        ? item.issue().message()
                        : item.json().path("a").asText())
                .toList();
    }

    @Test
    void readsOneObjectOverManyLines() {
        assertThat(names(read("\uFEFF {\n  \"a\":\n \"1\"\n}\n"))).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00c0\u00af",
                "\u00e0\u0080\u00af",
                "\u00ed\u00a0\u0080",
                "\u00f4\u0090\u0080\u0080",
                "\u0080",
                "\u00c3",
                "\u00ff"
            })
    void refusesWhatIsNoUtf8AtItsPlaceAndKeepsWhatStandsBefore(String bytes) {
        String body = "{\"a\":\"\u00c3\u00a9\"}\n{\"a\":\"" + bytes + "\"}\n{\"a\":\"3\"}";
        String array = "[" + body.replace("}\n", "},\n") + "]";

        List<String> lines = names(ClaimReader.read(body.getBytes(ISO_8859_1)));
        List<String> items = names(ClaimReader.read(array.getBytes(ISO_8859_1)));

        assertThat(lines).hasSize(3).startsWith("\u00e9").endsWith("3");
        assertThat(lines.get(1)).matches("expected well-formed JSON in UTF-8 \\(line 2, column (7|8)\\)");
        assertThat(items).containsExactly("\u00e9", lines.get(1));
    }

    @Test
    void readsAnArray() {
        assertThat(names(read("[{\"a\":\"1\"},\n {\"a\":\"2\"}]"))).containsExactly("1", "2");
    }

    @Test
    void readsJsonLinesAndSkipsEmptyOnes() {
        assertThat(names(read("{\"a\":\"1\"}\r\n\n{\"a\":\"2\"}"))).containsExactly("1", "2");
    }

    @Test
    void readsObjectsThatFollowOneAnotherOverManyLines() {
        assertThat(names(read("{\n\"a\":\"1\"}\n{\n\"a\":\"2\"}"))).containsExactly("1", "2");
    }

    @Test
    void readsLinesOfAnyLengthWhereverTheyBegin() {
        StringBuilder body = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int length = 1; length < 9_000; length += 97) {
            String text = "x".repeat(length);
            body.append("{\"a\":\"").append(text).append("\"}\n");
            expected.add(text);
        }
        assertThat(names(read(body.toString()))).isEqualTo(expected);
    }

    @Test
    void refusesALineThatIsTooLongBehindOneThatIsNot() {
        assertThat(names(read("{\"a\":\"1\"}\n{\"a\":\"" + " ".repeat(5 << 20) + "\"}\n{\"a\":\"3\"}")))
                .containsExactly("1", "expected a claim of at most 4194304 bytes on each line (line 2, column 1)", "3");
    }

    @Test
    void takesNothingButAByteOrderMarkForOne() {
        byte[] body = "xxx{\"a\":\"1\"}".getBytes(UTF_8);
        body[0] = (byte) 0xEF;
        assertThat(names(ClaimReader.read(body))).singleElement().asString().contains("well-formed JSON");
    }

    @Test
    void offersEachLineBehindTheFirstBeforeItIsRead() throws IOException {
        List<String> seen = new ArrayList<>();
        String body = "{\"a\":\"1\"}\n{\"a\":\"2\"}\n\n{\"a\":\"3\"}";

        ClaimReader.read(
                new ByteArrayInputStream(body.getBytes(UTF_8)),
                (ordinal, bytes, from, to) -> {
                    String line = new String(bytes, from, to - from, UTF_8);
                    seen.add(ordinal + " taken " + line.strip());
                    return line.contains("2");
                },
                item -> seen.add(item.ordinal() + " item"));

        assertThat(seen)
                .containsExactly("1 item", "2 taken {\"a\":\"2\"}", "3 taken ", "3 taken {\"a\":\"3\"}", "3 item");
    }

    @Test
    void aBadLineCostsOnlyItself() {
        assertThat(names(read("{\"a\":\"1\"}\n{\"a\":}\n{\"a\":\"3\"}")))
                .containsExactly("1", "expected well-formed JSON (line 2, column 6)", "3");
    }

    @Test
    void whatIsBeforeAMistakeInAnArrayIsKept() {
        List<Item> items = read("[{\"a\":\"1\"},\n{\"a\" \"2\"}]");
        assertThat(items).hasSize(2);
        assertThat(items.get(1).issue().code()).isEqualTo("JSON:syntax");
        assertThat(items.get(1).issue().message()).contains("line 2");
    }

    @Test
    void refusesCharactersThatAreNone() {
        byte[] fourBytesACharacter = {'{', 0, 0, 0, 'X', 'X', 'X', 'X'};
        List<Item> items = ClaimReader.read(fourBytesACharacter);
        assertThat(names(items)).containsExactly("expected well-formed JSON in UTF-8 (line 1, column 8)");
    }

    @Test
    void saysThatABodyBreaksOff() {
        assertThat(names(read("{\"a\":\n{")))
                .singleElement()
                .asString()
                .contains("breaks off")
                .contains("line 2");
    }

    @Test
    void refusesDuplicateKeys() {
        assertThat(names(read("{\"a\":\"1\",\"a\":\"2\"}")))
                .singleElement()
                .asString()
                .contains("each field once");
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThat(names(read("[1]"))).singleElement().asString().contains("as a JSON object");
        assertThat(names(read("\"text\""))).singleElement().asString().contains("as a JSON object");
        assertThat(names(read("hello"))).singleElement().asString().contains("well-formed JSON");
        assertThat(names(read("ISA*00*"))).singleElement().asString().contains("expected JSON: this is X12 already");
    }

    @Test
    void refusesAnythingBehindAnArray() {
        assertThat(names(read("[{\"a\":\"1\"}] {}")))
                .hasSize(2)
                .last()
                .asString()
                .contains("nothing behind");
    }

    @Test
    void refusesAnArrayThatBreaksOff() {
        assertThat(names(read("[{\"a\":\"1\"},"))).hasSize(2).last().asString().contains("breaks off");
    }

    @Test
    void refusesTooDeepAndTooLong() {
        assertThat(names(read("{\"a\":" + "[".repeat(60) + "]".repeat(60) + "}")))
                .singleElement()
                .asString()
                .contains("limits");
        assertThat(names(read("{\"a\":\"" + "x".repeat(20_000) + "\"}")))
                .singleElement()
                .asString()
                .contains("limits");
    }

    @Test
    void anEmptyBodyOrArrayIsOneIssue() {
        assertThat(names(read(" \n"))).singleElement().asString().contains("empty");
        assertThat(names(read(" [ ]\n"))).singleElement().asString().contains("the array is empty");
    }

    @Test
    void neverQuotesTheBody() {
        read("{\"name\": Miller}")
                .forEach(item -> assertThat(item.issue().message()).doesNotContain("Miller"));
    }
}
