package org.claimgate.document;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.daffodil.japi.DataLocation;
import org.apache.daffodil.japi.Diagnostic;
import org.claimgate.guide.MappingException;
import org.smooks.api.ExecutionContext;
import org.smooks.api.SmooksException;
import org.smooks.cartridges.dfdl.parser.DfdlParser;

/** What Smooks and Daffodil complain of, in our words: theirs may quote the document. */
final class Diagnosis {

    /** Messages that hold nothing but what the schema says. */
    private static final Pattern MISSING =
            Pattern.compile("Parse Error: (?:initiator|separator|terminator) ('.*') not found");

    private static final Pattern TOO_EARLY = Pattern.compile(
            "Parse Error: Found enclosing delimiter: ('.*') during scan for local delimiter\\(s\\): (.*)\\.");

    private static final Pattern ASSERTION = Pattern.compile("Parse Error: Assertion failed: (.*)");

    /** What stands before the reason itself, where Daffodil tells what has failed because of it. */
    private static final Pattern CONSEQUENCES = Pattern.compile("^.*Cause: ");

    private static final Pattern DELIMITER = Pattern.compile("'([^']+|')'");

    /** What may stand around a delimiter. */
    private static final Pattern WHITE_SPACE = Pattern.compile("%(NL|WSP[*+]?);");

    private static final Pattern SCHEMA_PLACE = Pattern.compile("Location line (\\d+) column \\d+ in (\\S+?\\.xsd)");
    private static final Pattern XML_PLACE = Pattern.compile("systemId: (\\S+); lineNumber: (\\d+);");
    private static final Pattern LEAD = Pattern.compile("^Schema Definition Error: (Error loading schema due to )?");

    private Diagnosis() {}

    /** Why a document cannot be read. */
    static RuntimeException ofDocument(SmooksException failure, ExecutionContext context, Content content) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        List<Diagnostic> diagnostics = context.get(DfdlParser.DIAGNOSTICS_TYPED_KEY);
        if (diagnostics == null) {
            return failure;
        }
        // The last one is the innermost.
        Diagnostic innermost = diagnostics.get(diagnostics.size() - 1);
        return Refusal.syntax(expected(innermost.getSomeMessage()), place(innermost, content));
    }

    private static String place(Diagnostic diagnostic, Content content) {
        List<DataLocation> locations = diagnostic.getDataLocations();
        return content.place(
                locations.isEmpty() ? content.bytes().length : locations.get(0).bytePos1b() - 1);
    }

    private static String expected(String message) {
        String words =
                CONSEQUENCES.matcher(message.lines().findFirst().orElse("")).replaceFirst("");
        Matcher missing = MISSING.matcher(words);
        if (missing.matches()) {
            return delimiters(missing.group(1), "");
        }
        Matcher early = TOO_EARLY.matcher(words);
        if (early.matches()) {
            return delimiters(early.group(2), early.group(1)) + " before " + delimiters(early.group(1), "");
        }
        Matcher assertion = ASSERTION.matcher(words);
        if (assertion.matches()) {
            return assertion.group(1);
        }
        Matcher schema = SCHEMA_PLACE.matcher(message);
        return schema.find()
                ? "what " + Path.of(schema.group(2)).getFileName() + ":" + schema.group(1) + " says"
                : "a document of its schema";
    }

    /** @param but which of them to leave out */
    private static String delimiters(String list, String but) {
        return DELIMITER
                .matcher(list)
                .results()
                .map(MatchResult::group)
                .filter(delimiter -> !delimiter.equals(but))
                .map(Diagnosis::inWords)
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    private static String inWords(String delimiter) {
        return switch (delimiter) {
            case "'%NL;'" -> "the end of the line";
            case "'%FF;'" -> "a new page";
            default -> WHITE_SPACE.matcher(delimiter.replace("%SP;", " ")).replaceAll("");
        };
    }

    /** Why a configuration cannot be used: at the line of the schema where it is told, else at the line that names it. */
    static MappingException ofConfiguration(SmooksException failure, SmooksConfig config) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = String.valueOf(root.getMessage());
        String words = LEAD.matcher(message.lines().findFirst().orElse("")).replaceFirst("");
        Matcher schema = SCHEMA_PLACE.matcher(message);
        if (schema.find()) {
            return new MappingException(Path.of(schema.group(2)), Integer.parseInt(schema.group(1)), words);
        }
        Matcher xml = XML_PLACE.matcher(message);
        if (xml.find()) {
            Path file = Path.of(URI.create(xml.group(1)));
            return new MappingException(file, Integer.parseInt(xml.group(2)), words);
        }
        return config.mistake(words);
    }
}
