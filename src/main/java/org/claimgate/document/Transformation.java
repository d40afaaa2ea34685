package org.claimgate.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import com.schibsted.spt.data.jslt.filters.JsonFilter;
import com.schibsted.spt.data.jslt.impl.FileSystemResourceResolver;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.claimgate.guide.MappingException;

/** JSON to JSON, by a JSLT file. Safe for concurrent use. */
final class Transformation {

    private final Path file;
    private final Expression expression;

    private Transformation(Path file, Expression expression) {
        this.file = file;
        this.expression = expression;
    }

    /**
     * Compiles a file. What it imports is found beside it; {@link Functions} are at hand.
     *
     * @throws MappingException for a mistake, with file and line
     */
    static Transformation compile(Path file) {
        return compile(file, Transformation::says);
    }

    /** The same for what is written in columns: fields that say nothing stay. */
    static Transformation compileKeepingAll(Path file) {
        return compile(file, value -> true);
    }

    private static Transformation compile(Path file, JsonFilter fields) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return new Transformation(
                    file,
                    new Parser(reader)
                            .withSource(shortName(file))
                            .withFunctions(Functions.ALL)
                            .withObjectFilter(fields)
                            .withResourceResolver(new FileSystemResourceResolver(
                                    file.getParent().toFile()))
                            .compile());
        } catch (JsltException e) {
            throw new MappingException(file, Math.max(1, e.getLine()), firstLine(e.getMessageWithoutLocation()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Transforms one value; null comes as JSON null.
     *
     * @param variables what the file may use as {@code $name}
     * @throws Refusal when the file fails, with its line; without its words, which may quote the value
     */
    JsonNode apply(JsonNode value, Map<String, JsonNode> variables) {
        try {
            return expression.apply(variables, value);
        } catch (JsltException e) {
            throw Refusal.mapping("the mapping fails at " + place(e));
        } catch (StackOverflowError e) {
            throw Refusal.mapping("the mapping calls itself without an end");
        }
    }

    /** Of a failing function JSLT tells no line. */
    private String place(JsltException failure) {
        return failure.getSource() == null
                ? "a function of " + shortName(file)
                : failure.getSource() + ":" + failure.getLine() + ":" + failure.getColumn();
    }

    /** A field that says nothing is left out: null, empty text, an object or an array without anything. */
    private static boolean says(JsonNode value) {
        boolean empty = value.isTextual() ? value.textValue().isEmpty() : value.isContainerNode() && value.isEmpty();
        return !empty && !value.isNull();
    }

    private static String shortName(Path file) {
        return file.getParent().getFileName() + "/" + file.getFileName();
    }

    private static String firstLine(String words) {
        return words.lines().findFirst().orElse("is no JSLT");
    }
}
