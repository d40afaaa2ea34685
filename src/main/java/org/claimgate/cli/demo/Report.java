package org.claimgate.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.ClaimStore;
import org.claimgate.ledger.InboxFile;
import org.claimgate.ledger.Queries.TimeLine;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.ledger.StoredInterchange;
import org.claimgate.response.ClaimState;

/** Prints what happened to every claim and what was paid. Control numbers and codes only, nothing of the patient. */
final class Report {

    private static final Map<String, String> STATUS_WORDS = Map.of(
            "1", "paid as primary",
            "2", "paid as secondary",
            "3", "paid as tertiary",
            "4", "denied",
            "22", "reversed");

    private final PrintWriter out;
    private final Instant start;
    private final ClaimStore claims;

    /** @param claims where the issues of a refused claim are found */
    Report(PrintWriter out, Instant start, ClaimStore claims) {
        this.out = out;
        this.start = start;
        this.claims = claims;
    }

    void timeLines(List<Track> tracks) {
        out.println();
        out.println("What happened to every claim");
        for (Track track : tracks) {
            out.println();
            out.printf(
                    "%s  (expected: %s)  %s%n",
                    track.sample().name(), track.sample().expected().text(), end(track));
            track.timeLine().ifPresent(this::timeLine);
        }
        out.flush();
    }

    private static String end(Track track) {
        return (track.isDone() ? "ok: " : "NOT AS EXPECTED: ") + track.path();
    }

    private void timeLine(TimeLine line) {
        StoredInterchange sent = line.interchange();
        out.printf(
                "  claim %s, patient control number %s%n",
                line.claim().id(), orDash(line.claim().patientControlNumber()));
        Map<Long, String> files = line.files().stream().collect(Collectors.toMap(InboxFile::id, InboxFile::name));
        for (ClaimEvent event : line.events()) {
            out.printf(
                    "  %6.1f s  %-15s %s%s%n",
                    Duration.between(start, event.at()).toMillis() / 1000.0,
                    event.kind(),
                    event.summary(),
                    origin(event, sent, files));
            issues(line.claim(), event);
        }
    }

    /** What the event complains of, and which field of the claim it means. */
    private void issues(StoredClaim claim, ClaimEvent event) {
        JsonNode issues = event.state() == ClaimState.REFUSED
                ? claims.issues(claim.id())
                : Optional.<JsonNode>ofNullable(event.detail())
                        .orElse(MissingNode.getInstance())
                        .path("issues");
        for (JsonNode issue : issues) {
            String pointer = issue.path("pointer").asText();
            out.printf(
                    "  %24s  %s%s: %s%n",
                    "",
                    issue.path("code").asText(),
                    pointer.isEmpty() ? "" : " " + pointer,
                    issue.path("message").asText());
        }
    }

    private static String origin(ClaimEvent event, StoredInterchange sent, Map<Long, String> files) {
        if (event.file() != null) {
            return "  <- " + files.getOrDefault(event.file(), "file " + event.file());
        }
        return event.kind().equals("BATCHED") && sent != null ? "  -> " + sent.fileName() : "";
    }

    void payments(List<Remittance> remittances) {
        out.println();
        out.println("Payment messages taken from the queue");
        out.println();
        for (Remittance remittance : remittances) {
            if (remittance.isForClaim()) {
                out.printf(
                        "  %-12s %-18s charged %10s  paid %10s  trace %s%s%n",
                        remittance.patientControlNumber(),
                        STATUS_WORDS.getOrDefault(remittance.status(), "status " + remittance.status()),
                        remittance.charged(),
                        remittance.paid(),
                        remittance.trace(),
                        remittance.adjustments().isEmpty() ? "" : "  " + String.join(", ", remittance.adjustments()));
            }
        }
        out.flush();
    }

    /** The last lines: all is well, or which claims are where. */
    void verdict(List<Track> tracks, Watch watch, boolean over, Duration elapsed) {
        out.println();
        double seconds = elapsed.toMillis() / 1000.0;
        if (over) {
            out.printf("All %d claims ended as their samples expect, after %.1f s.%n", tracks.size(), seconds);
        } else {
            out.printf("After %.1f s not everything is as it should be:%n", seconds);
            for (Track track : tracks) {
                if (!track.isDone()) {
                    out.printf(
                            "  %s is at %s, expected %s%n",
                            track.sample().name(),
                            track.path(),
                            track.sample().expected().text());
                } else if (!watch.isToldOnce(track)) {
                    out.printf(
                            "  %s: payment messages and 835 events differ in number%n",
                            track.sample().name());
                }
            }
        }
        out.flush();
    }

    private static String orDash(String text) {
        return text == null ? "-" : text;
    }
}
