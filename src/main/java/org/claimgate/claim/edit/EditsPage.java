package org.claimgate.claim.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** docs/edits.md: all edits for people, in Markdown. */
public final class EditsPage {

    private static final String HEAD =
            """
            # Edits of claims

            Written by `./gateway edits > docs/edits.md` from the edits themselves; do not change it by hand.

            An edit is a rule that no mapping file can state. Its issue has the code `EDIT:` and the id of the edit: guide (X222 professional,
            X223 institutional), loop, element and a number. Where several loops have the same rule, `LOOP` stands for one of those that are
            listed. A claim that trips an edit which rejects is refused; one that warns is taken, with the warning in the answer; of some claims an
            edit that rejects only warns, as its row says. The column 277CA has the category, status and entity by which a payer or
            clearinghouse would say the same.

            A partner may have any edit off, as a warning or as a refusal, and rules of its own: see
            [operations](operations.md#what-a-partner-wants-of-claims). Each edit has its sample in `edi-samples/edits/`: a claim that trips it and
            the same claim mended. Why an edit rejects or only warns stands in [decision 24](decisions/0024-edits-of-claims.md).
            """;

    private EditsPage() {}

    public static String text() {
        StringBuilder page = new StringBuilder(HEAD);
        for (Snip snip : Snip.values()) {
            page.append("\n## ")
                    .append(snip.title())
                    .append(" (SNIP type ")
                    .append(snip.type())
                    .append(")\n\n");
            page.append(snip.about()).append("\n\n");
            page.append("| edit | severity | what is expected, and what to do | field | 277CA | source |\n");
            page.append("|---|---|---|---|---|---|\n");
            rules(snip).forEach(edits -> page.append(row(edits)));
        }
        return page.toString();
    }

    /** The edits of each rule, in the order of their first ids without guide. */
    private static List<List<Edit>> rules(Snip snip) {
        Map<String, List<Edit>> byRule = Edits.all().stream()
                .filter(edit -> edit.snip() == snip)
                .collect(Collectors.groupingBy(Edit::rule, LinkedHashMap::new, Collectors.toList()));
        return byRule.values().stream()
                .sorted(Comparator.comparing(edits -> withoutGuide(edits.get(0))))
                .toList();
    }

    private static String withoutGuide(Edit edit) {
        return edit.id().substring(edit.kind().prefix().length() + 1);
    }

    private static String row(List<Edit> edits) {
        Edit first = edits.get(0);
        String fix = first.fix() == null ? "" : " *" + first.fix() + "*";
        return "| " + ids(edits)
                + " | " + first.severity().name().toLowerCase(Locale.ROOT)
                + (first.doubt().isEmpty() ? "" : "; warn " + first.doubt())
                + " | expected " + first.message().replace("%s", "…") + "." + fix
                + " | " + code(fields(edits))
                + " | " + statuses(edits)
                + " | " + first.source().replace("*", "\\*")
                + " |\n";
    }

    private static String ids(List<Edit> edits) {
        List<String> ids = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Edit> ofKind =
                    edits.stream().filter(edit -> edit.kind() == kind).toList();
            if (ofKind.size() == 1) {
                ids.add("`" + ofKind.get(0).id() + "`");
            } else if (!ofKind.isEmpty()) {
                String number = withoutGuide(ofKind.get(0)).replaceFirst("^\\w+\\.", "");
                String loops = ofKind.stream().map(edit -> edit.place().loop()).collect(Collectors.joining(" "));
                ids.add("`" + kind.prefix() + ".LOOP." + number + "` of " + loops);
            }
        }
        return String.join("<br>", ids);
    }

    /** Of a rule of several loops, their names alone. */
    private static Set<String> fields(List<Edit> edits) {
        Set<String> fields = new LinkedHashSet<>();
        edits.forEach(edit -> fields.addAll(edit.fields()));
        boolean several =
                edits.stream().map(edit -> edit.place().loop()).distinct().count() > 2;
        return several
                ? fields.stream()
                        .map(field -> "…" + field.substring(field.lastIndexOf('/')))
                        .collect(Collectors.toCollection(LinkedHashSet::new))
                : fields;
    }

    private static String code(Collection<String> texts) {
        return texts.stream().map(text -> "`" + text + "`").collect(Collectors.joining("<br>"));
    }

    private static String statuses(List<Edit> edits) {
        Set<List<String>> different = new LinkedHashSet<>();
        edits.forEach(edit -> different.add(edit.statuses()));
        return different.stream().map(statuses -> String.join(" + ", statuses)).collect(Collectors.joining("<br>"));
    }
}
