package org.claimgate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The answer of {@code /api/status} as tables of words. */
final class StatusText {

    private final PrintWriter out;

    StatusText(PrintWriter out) {
        this.out = out;
    }

    void print(JsonNode status) {
        out.printf(
                "Claimgate %s, node %s, running since %s%n%n",
                text(status, "version"), text(status, "node"), text(status, "startedAt"));
        table(
                List.of("ROUTE", "STATE", "DONE", "FAILED", "LAST SUCCESS", "LAST FAILURE", "WHY"),
                rows(
                        status.path("routes"),
                        "id",
                        "state",
                        "succeeded",
                        "failed",
                        "lastSuccess",
                        "lastFailure",
                        "failure"));
        table(
                List.of("PARTNER", "NODE", "LAST UPLOAD", "LAST ANSWER", "UNSENT", "OLDEST UNSENT CLAIM"),
                rows(
                        status.path("partners"),
                        "id",
                        "node",
                        "lastUpload",
                        "lastAnswer",
                        "unsentClaims",
                        "oldestUnsentSince"));
        List<List<String>> claims = new ArrayList<>();
        status.path("claims")
                .fields()
                .forEachRemaining(state ->
                        claims.add(List.of(state.getKey(), state.getValue().asText())));
        table(List.of("CLAIMS", "COUNT"), claims);
        table(
                List.of("NEEDS ATTENTION", "WHERE", "SINCE", "WHY", "WHAT TO DO"),
                rows(status.path("attention"), "kind", "subject", "since", "why", "remedy"));
        table(
                List.of("DONE BY PEOPLE", "WHO", "WHEN", "TO", "WHY"),
                rows(status.path("acts"), "act", "who", "at", "what", "reason"));
        out.println("Oldest unsent claim: " + oldest(status.path("oldestUnsentClaim")));
    }

    private static String oldest(JsonNode claim) {
        return claim.isObject()
                ? "for %s, waiting since %s".formatted(text(claim, "partner"), text(claim, "since"))
                : "none";
    }

    private static List<List<String>> rows(JsonNode items, String... fields) {
        List<List<String>> rows = new ArrayList<>();
        items.forEach(item -> rows.add(
                List.of(fields).stream().map(field -> text(item, field)).toList()));
        return rows;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() ? "-" : value.asText();
    }

    private void table(List<String> head, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>(List.of(head));
        all.addAll(rows);
        int[] widths = IntStream.range(0, head.size())
                .map(column -> all.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                line.append(("%-" + (widths[column] + 2) + "s").formatted(row.get(column)));
            }
            out.println(line.toString().stripTrailing());
        }
        out.println();
    }
}
