package org.claimgate.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static List<Mistake> mistakes(ClaimEvent event) {
        return event.detail() == null ? List.of() : mistakes(event.detail().path("issues"));
    }

    private static List<Mistake> mistakes(JsonNode issues) {
        List<Mistake> mistakes = new ArrayList<>();
        issues.forEach(issue -> mistakes.add(new Mistake(
                issue.path("code").asText(),
                issue.path("pointer").asText(),
                issue.path("message").asText(),
                issue.path("fix").asText())));
        return mistakes;
    }
}
