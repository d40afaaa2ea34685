package org.claimgate.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.InboxFile;
import org.claimgate.ledger.Queries.TimeLine;

/** What the page of one claim shows. */
final class ClaimPage {

    private ClaimPage() {}

    /**
     * One line of the time line.
     *
     * @param source name of the file that told of it; empty for our own doing
     */
    record Entry(ClaimEvent event, String source, List<Mistake> mistakes) {}

    /**
     * Something to correct.
     *
     * @param field JSON pointer; empty where no field is known
     * @param message what was expected; never what was there
     * @param fix what to do; empty where that is not known
     */
    record Mistake(String code, String field, String message, String fix) {}

    /**
     * The interchange is null before the claim is batched.
     *
     * @param issues what the claim was refused or warned for, as the ledger has them
     * @param removals what of it has been removed
     */
    static Map<String, Object> model(TimeLine timeLine, JsonNode issues, List<String> removals) {
        Map<Long, InboxFile> files =
                timeLine.files().stream().collect(Collectors.toMap(InboxFile::id, Function.identity()));
        List<Entry> entries = timeLine.events().stream()
                .map(event -> new Entry(event, source(event, files), mistakes(event)))
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("claim", timeLine.claim());
        model.put("entries", entries);
        model.put("mistakes", mistakes(issues));
        model.put("removals", removals);
        model.put("interchange", timeLine.interchange());
        return model;
    }

    private static String source(ClaimEvent event, Map<Long, InboxFile> files) {
        return event.file() == null ? "" : files.get(event.file()).name();
    }

    /** The fields that a partner's answer speaks of, and of its issues those that lead to none. */
    private static List<Mistake> mistakes(ClaimEvent event) {
        if (event.detail() == null) {
            return List.of();
        }
        List<Mistake> mistakes = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (JsonNode field : event.detail().path("fields")) {
            List<String> codes = new ArrayList<>();
            field.path("codes").forEach(code -> codes.add(code.asText()));
            told.addAll(codes);
            mistakes.add(new Mistake(
                    String.join(", ", codes),
                    field.path("pointer").asText(),
                    field.path("said").asText(),
                    field.path("fix").asText("")));
        }
        mistakes(event.detail().path("issues")).stream()
                .filter(mistake -> !told.contains(mistake.code()))
                .forEach(mistakes::add);
        return mistakes;
    }

    private static List<Mistake> mistakes(JsonNode issues) {
        List<Mistake> mistakes = new ArrayList<>();
        issues.forEach(issue -> mistakes.add(new Mistake(
                issue.path("code").asText(),
                issue.path("pointer").asText(),
                issue.path("message").asText(),
                issue.path("fix").asText(""))));
        return mistakes;
    }
}
