package org.claimgate.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimgate.camel.RouteReport;
import org.claimgate.flow.Concern;
import org.claimgate.ledger.Act;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.Queries;
import org.claimgate.ledger.Queries.StateCount;
import org.claimgate.partner.Partner;
import org.claimgate.response.ClaimState;

/**
 * Everything at one glance, as of one moment.
 *
 * @param node this gateway's name in the ledger
 * @param claims how many claims are in each state, in the order of a claim's life; states without claims are left out
 * @param backlog the messages that wait to go out to the queues
 * @param attention what a person has to see to
 * @param acts what people did last, newest first
 */
record Overview(
        Instant at,
        String node,
        List<RouteReport> routes,
        List<PartnerLine> partners,
        List<StateLine> claims,
        Queries.Backlog backlog,
        List<Concern> attention,
        List<Act> acts) {

    private static final int LATEST_ACTS = 10;

    /**
     * One trading partner and when it was last heard of. Null where it never was.
     *
     * @param node that works at its server; null while none does
     */
    record PartnerLine(
            String id,
            String name,
            String node,
            Instant lastUpload,
            Instant lastAnswer,
            long unsent,
            Instant oldestUnsentSince) {}

    /** How many claims are in a state. */
    record StateLine(ClaimState state, long claims) {}

    static Overview of(
            Instant at,
            String node,
            List<RouteReport> routes,
            Collection<Partner> partners,
            Ledger ledger,
            List<Concern> attention) {
        Queries queries = ledger.queries();
        Map<String, String> holders = ledger.leases().holders();
        List<PartnerLine> lines = new ArrayList<>();
        for (Partner partner : partners) {
            Queries.Activity activity = queries.activity(partner.id());
            lines.add(new PartnerLine(
                    partner.id(),
                    partner.name(),
                    holders.get(partner.id()),
                    activity.lastUpload(),
                    activity.lastAnswer(),
                    activity.unsent(),
                    activity.oldestUnsent()));
        }
        return new Overview(
                at,
                node,
                routes,
                lines,
                byState(queries.claimsByState()),
                queries.backlog(),
                attention,
                ledger.acts().latest(LATEST_ACTS));
    }

    /** The partner that has kept a claim waiting longest. */
    Optional<PartnerLine> longestWaiting() {
        return partners.stream()
                .filter(partner -> partner.oldestUnsentSince() != null)
                .min(Comparator.comparing(PartnerLine::oldestUnsentSince));
    }

    private static List<StateLine> byState(List<StateCount> counts) {
        Map<ClaimState, Long> sums = new EnumMap<>(ClaimState.class);
        counts.forEach(count -> sums.merge(count.state(), count.claims(), Long::sum));
        return sums.entrySet().stream()
                .map(sum -> new StateLine(sum.getKey(), sum.getValue()))
                .toList();
    }
}
