package org.claimgate.web;

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
    record Entry(ClaimEvent event, String source) {}

    /** The interchange is null before the claim is batched. */
    static Map<String, Object> model(TimeLine timeLine) {
        Map<Long, InboxFile> files =
                timeLine.files().stream().collect(Collectors.toMap(InboxFile::id, Function.identity()));
        List<Entry> entries = timeLine.events().stream()
                .map(event -> new Entry(
                        event,
                        event.file() == null ? "" : files.get(event.file()).name()))
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("claim", timeLine.claim());
        model.put("entries", entries);
        model.put("interchange", timeLine.interchange());
        return model;
    }
}
