package org.claimgate.cli.demo;

import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimgate.flow.Messages;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.StoredClaim;

/** What is known of the submitted claims: from the ledger how far they are, from the queue what was paid. */
final class Watch {

    private static final int MANY = 10_000;

    private final List<Sample> samples;
    private final List<Remittance> remittances = new ArrayList<>();

    Watch(List<Sample> samples) {
        this.samples = samples;
    }

    /** Takes what waits in the queues for the billing system. */
    void listen(QueueClient queues) throws JMSException {
        queues.take(Messages.PAYMENT_QUEUE).stream().map(Remittance::of).forEach(remittances::add);
        queues.take(Messages.STATUS_QUEUE);
    }

    List<Remittance> remittances() {
        return List.copyOf(remittances);
    }

    /** Each sample with its time line now, in the order of the samples. */
    List<Track> tracks(Ledger ledger) {
        Map<String, String> claims = new LinkedHashMap<>();
        for (StoredClaim claim : ledger.queries().claims(0, MANY)) {
            claims.put(claim.sender(), claim.id());
        }
        return samples.stream()
                .map(sample -> new Track(
                        sample, Optional.ofNullable(claims.get(sample.sender())).flatMap(id -> ledger.queries()
                                .timeLine(id))))
                .toList();
    }

    /** Every claim has ended as expected, every payment has been told exactly once, and no message waits. */
    boolean isOver(List<Track> tracks, Ledger ledger) {
        return tracks.stream().allMatch(Track::isDone)
                && tracks.stream().allMatch(this::isToldOnce)
                && ledger.queries().backlog().messages() == 0;
    }

    /** Whether there are as many payment messages for the claim as there are events of an 835 in its life. */
    boolean isToldOnce(Track track) {
        long events = track.events().stream()
                .filter(event -> event.kind().endsWith("_835"))
                .count();
        long told = remittances.stream()
                .filter(remittance -> track.timeLine()
                        .map(line -> line.claim().id().equals(remittance.claimId()))
                        .orElse(false))
                .count();
        return events == told;
    }
}
