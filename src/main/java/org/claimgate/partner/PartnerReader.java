package org.claimgate.partner;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimgate.claim.ClaimFields;
import org.claimgate.yaml.YamlObject;

/** Reads and checks one partner file. */
final class PartnerReader {

    private static final int MAXIMUM_CLAIMS = 5000;
    private static final String USUAL_DELIMITERS = "*^:~";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,40}");
    private static final Pattern FIELD = Pattern.compile("\\{([^}]*)}");
    private static final int LONGEST_FILE_NAME = 100;
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

    private final Path file;
    private final YamlObject yaml;
    private final Optional<ClaimFields> fields;
    private Partner.Format format;

    /** @param fields that claims can have; empty where nobody looks up those of the partner's own rules */
    PartnerReader(Path file, YamlObject yaml, Optional<ClaimFields> fields) {
        this.file = file;
        this.yaml = yaml;
        this.fields = fields;
    }

    Partner read() {
        String id = id();
        format = format(yaml.objectIfPresent("format"));
        List<String> payers = payers();
        Partner partner = new Partner(
                id,
                yaml.text("name", id),
                identity(yaml.object("sender")),
                identity(yaml.object("receiver")),
                plain(yaml, "submitterIdentification", 2, 80),
                plain(yaml, "receiverIdentification", 2, 80),
                plain(yaml, "receiverName", 1, 60),
                yaml.oneOf("usageIndicator", null, Set.of("P", "T")),
                format,
                new SftpReader(file.toAbsolutePath().getParent(), yaml.object("sftp")).read(),
                fileName(),
                batch(yaml.object("batch")),
                acknowledge(yaml.objectIfPresent("acknowledge")),
                deadlines(yaml.objectIfPresent("deadlines")),
                payers,
                edits(yaml.objectIfPresent("edits"), payers));
        yaml.finish();
        return partner;
    }

    private String id() {
        String id = yaml.text("id");
        if (!ID.matcher(id).matches()) {
            throw yaml.mistake("id", "an id has letters, digits and hyphens only");
        }
        if (!file.getFileName().toString().equals(id + ".yaml")) {
            throw yaml.mistake("id", "the file of partner '" + id + "' is " + id + ".yaml");
        }
        return id;
    }

    private Partner.Identity identity(YamlObject yaml) {
        Partner.Identity identity = new Partner.Identity(
                plain(yaml, "qualifier", 2, 2), plain(yaml, "id", 1, 15), plain(yaml, "applicationId", 2, 15));
        yaml.finish();
        return identity;
    }

    /** A value that every interchange to the partner can carry. */
    private String plain(YamlObject yaml, String key, int minimum, int maximum) {
        String value = yaml.text(key);
        if (value.length() < minimum || value.length() > maximum) {
            throw yaml.mistake(key, "'" + key + "' has " + minimum + " to " + maximum + " characters");
        }
        String delimiters =
                USUAL_DELIMITERS + format.element() + format.repetition() + format.component() + format.terminator();
        if (!value.chars().allMatch(c -> c >= ' ' && c <= '~' && delimiters.indexOf(c) < 0)) {
            throw yaml.mistake(key, "'" + key + "' has plain characters that are no delimiters");
        }
        return value;
    }

    private static Partner.Format format(YamlObject yaml) {
        if (yaml == null) {
            return new Partner.Format('*', '^', ':', '~', "", null);
        }
        String delimiters = delimiters(yaml);
        String replacement = yaml.text("replacement", null);
        if (replacement != null && (replacement.length() != 1 || delimiters.contains(replacement))) {
            throw yaml.mistake("replacement", "a replacement is one character that is no delimiter");
        }
        Partner.Format format = new Partner.Format(
                delimiters.charAt(0),
                delimiters.charAt(1),
                delimiters.charAt(2),
                delimiters.charAt(3),
                lineBreak(yaml),
                replacement == null ? null : replacement.charAt(0));
        yaml.finish();
        return format;
    }

    private static String delimiters(YamlObject yaml) {
        String delimiters = yaml.text("delimiters", USUAL_DELIMITERS);
        boolean fit = delimiters.length() == 4
                && delimiters.chars().distinct().count() == 4
                && delimiters.chars().noneMatch(c -> Character.isLetterOrDigit(c) || c == ' ' || c > 126);
        if (!fit) {
            throw yaml.mistake(
                    "delimiters",
                    "delimiters are four different characters: element, repetition, component, terminator");
        }
        return delimiters;
    }

    private static String lineBreak(YamlObject yaml) {
        String name = yaml.oneOf("lineBreak", "none", Set.of("none", "LF", "CRLF"));
        return switch (name) {
            case "LF" -> "\n";
            case "CRLF" -> "\r\n";
            default -> "";
        };
    }

    private String fileName() {
        String template = yaml.text("fileName");
        Matcher fields = FIELD.matcher(template);
        while (fields.find()) {
            if (!Partner.FILE_NAME_FIELDS.contains(fields.group(1))) {
                throw yaml.mistake("fileName", "unknown field " + fields.group() + " in 'fileName'");
            }
        }
        if (!template.contains("{isa13}")) {
            throw yaml.mistake("fileName", "'fileName' needs {isa13}, so that no two files have one name");
        }
        if (template.length() > LONGEST_FILE_NAME) {
            throw yaml.mistake("fileName", "'fileName' has at most " + LONGEST_FILE_NAME + " characters");
        }
        if (!FILE_NAME.matcher(FIELD.matcher(template).replaceAll("x")).matches()) {
            throw yaml.mistake("fileName", "a file name has letters, digits, dots, hyphens and underscores only");
        }
        return template;
    }

    private static Partner.Batch batch(YamlObject yaml) {
        Partner.Batch batch = new Partner.Batch(
                yaml.number("maximumClaims", 1000, 1, MAXIMUM_CLAIMS),
                Duration.ofSeconds(yaml.number("maximumAgeSeconds", 300, 0, 86_400)));
        yaml.finish();
        return batch;
    }

    private static Partner.Acknowledge acknowledge(YamlObject yaml) {
        if (yaml == null) {
            return null;
        }
        Partner.Acknowledge acknowledge = new Partner.Acknowledge(
                when(yaml, "ta1", "asked", Set.of("asked", "always", "never")),
                when(yaml, "999", "always", Set.of("always", "errors", "never")),
                yaml.oneOf("strictness", "set", Set.of("element", "segment", "set"))
                        .toUpperCase(Locale.ROOT),
                yaml.oneOf("controlNumbers", "unique", Set.of("unique", "reused"))
                        .equals("reused"));
        yaml.finish();
        return acknowledge;
    }

    private static AnswerDeadlines deadlines(YamlObject yaml) {
        return yaml == null ? null : new DeadlinesReader(yaml).read();
    }

    private EditChoices edits(YamlObject yaml, List<String> payers) {
        return yaml == null ? EditChoices.USUAL : new EditsReader(yaml, fields).read(payers);
    }

    private static Partner.When when(YamlObject yaml, String key, String absent, Set<String> allowed) {
        return Partner.When.valueOf(yaml.oneOf(key, absent, allowed).toUpperCase(Locale.ROOT));
    }

    private List<String> payers() {
        List<String> payers = yaml.texts("payers");
        if (payers.isEmpty()) {
            throw yaml.mistake("payers", "a partner serves at least one payer");
        }
        return payers;
    }
}
