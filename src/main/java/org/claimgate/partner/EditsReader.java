package org.claimgate.partner;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.claimgate.claim.ClaimFields;
import org.claimgate.claim.edit.EditSettings;
import org.claimgate.claim.edit.Edits;
import org.claimgate.claim.edit.FieldRule;
import org.claimgate.claim.edit.Kind;
import org.claimgate.claim.edit.Severity;
import org.claimgate.yaml.YamlObject;

/** Reads {@code edits} of a partner file. */
final class EditsReader {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");
    private static final Pattern POINTER = Pattern.compile("(/[^/\\s]+)+");
    private static final int LONGEST = 1_000_000;

    private final YamlObject yaml;
    private final Optional<ClaimFields> fields;

    /** @param fields that claims can have; empty where nobody looks up those of the partner's own rules */
    EditsReader(YamlObject yaml, Optional<ClaimFields> fields) {
        this.yaml = yaml;
        this.fields = fields;
    }

    /** @param payers that the partner serves */
    EditChoices read(List<String> payers) {
        YamlObject byPayer = yaml.objectIfPresent("payers");
        EditSettings all = settings(yaml);
        Map<String, EditSettings> own = new HashMap<>();
        if (byPayer != null) {
            for (String payer : byPayer.keys()) {
                if (!payers.contains(payer) && !payers.contains(Partner.ANY_PAYER)) {
                    throw byPayer.mistake(payer, "payer '" + payer + "' is none of the partner's 'payers'");
                }
                own.put(payer, settings(byPayer.object(payer)));
            }
        }
        return new EditChoices(all, own);
    }

    private EditSettings settings(YamlObject yaml) {
        Map<String, Severity> severities = new HashMap<>();
        for (Severity severity : Severity.values()) {
            String key = severity.name().toLowerCase(Locale.ROOT);
            for (String id : yaml.texts(key, List.of())) {
                if (Edits.find(id).isEmpty()) {
                    throw yaml.mistake(key, "'" + key + "': there is no edit " + id + "; docs/edits.md lists them");
                }
                if (severities.put(id, severity) != null) {
                    throw yaml.mistake(key, "'" + key + "': " + id + " stands here twice");
                }
            }
        }
        List<FieldRule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlObject rule : yaml.objects("rules", List.of())) {
            FieldRule read = rule(rule);
            if (!ids.add(read.id())) {
                throw rule.mistake("id", "two rules are called '" + read.id() + "'");
            }
            rules.add(read);
        }
        yaml.finish();
        return new EditSettings(severities, rules, true);
    }

    private FieldRule rule(YamlObject yaml) {
        FieldRule rule = new FieldRule(
                matching(yaml, "id", ID, "letters, digits, dots and hyphens"),
                matching(yaml, "field", POINTER, "a JSON pointer, such as /claimInformation/patientControlNumber"),
                kind(yaml),
                yaml.oneOf("severity", "reject", Set.of("reject", "warn")).equals("reject")
                        ? Severity.REJECT
                        : Severity.WARN,
                yaml.oneOf("required", "false", Set.of("true", "false")).equals("true"),
                pattern(yaml),
                Set.copyOf(new HashSet<>(yaml.texts("codes", List.of()))),
                length(yaml),
                maximum(yaml),
                yaml.text("fix", null));
        yaml.finish();
        boolean idle =
                !rule.required() && rule.pattern() == null && rule.codes().isEmpty();
        if (idle && rule.maximumLength() == null && rule.maximum() == null) {
            throw yaml.mistake(
                    "id",
                    "rule '" + rule.id() + "' asks for nothing: it has one of 'required', 'pattern',"
                            + " 'codes', 'maximumLength', 'maximum'");
        }
        fields.flatMap(known -> known.mistake(rule.pointer(), rule.kind())).ifPresent(words -> {
            throw yaml.mistake("field", "rule '" + rule.id() + "' is about " + rule.pointer() + ", " + words);
        });
        return rule;
    }

    private static String matching(YamlObject yaml, String key, Pattern pattern, String words) {
        String text = yaml.text(key);
        if (!pattern.matcher(text).matches()) {
            throw yaml.mistake(key, "'" + key + "' is " + words);
        }
        return text;
    }

    private static Kind kind(YamlObject yaml) {
        String claims = yaml.oneOf("claims", "all", Set.of("all", "professional", "institutional"));
        return claims.equals("all") ? null : Kind.valueOf(claims.toUpperCase(Locale.ROOT));
    }

    private static Pattern pattern(YamlObject yaml) {
        String text = yaml.text("pattern", null);
        try {
            return text == null ? null : Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw yaml.mistake("pattern", "'pattern' is no regular expression: " + e.getDescription());
        }
    }

    private static Integer length(YamlObject yaml) {
        int length = yaml.number("maximumLength", 0, 1, LONGEST);
        return length == 0 ? null : length;
    }

    private static BigDecimal maximum(YamlObject yaml) {
        String text = yaml.text("maximum", null);
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw yaml.mistake("maximum", "'maximum' is a number");
        }
    }
}
