package org.claimgate.camel;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.camel.util.InetAddressUtil;
import org.claimgate.ledger.Lease;
import org.claimgate.ledger.LeaseStore;
import org.claimgate.ledger.LedgerException;
import org.claimgate.partner.Partner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partners that this node works at. It takes every one that is free, renews what it holds with each beat, and gives it
 * back when it is closed; a node that dies stops beating, and another takes its partners (docs/decisions/0018-several-nodes.md). Safe
 * for concurrent use.
 *
 * <p>What {@link #of} says may be out of date, in a process that was paused or cannot reach the ledger. So whoever does
 * something that another node must not do as well asks the ledger, with the lease that it began with.
 */
final class PartnerLeases implements AutoCloseable {

    /** A partner is taken over so long after its holder's last beat, and one beat. */
    static final Duration TIME = Duration.ofSeconds(20);

    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final int NAME_BYTES = 4;

    private static final Logger LOG = LoggerFactory.getLogger(PartnerLeases.class);

    private final LeaseStore store;
    private final String node;
    private final List<String> partners;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "leases");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Map<String, Lease> held = Map.of();

    /** One that has not begun to beat. */
    PartnerLeases(LeaseStore store, String node, Collection<Partner> partners) {
        this.store = store;
        this.node = node;
        this.partners = partners.stream().map(Partner::id).toList();
    }

    /** Takes what is free at once, and goes on until it is closed. */
    static PartnerLeases start(LeaseStore store, String node, Collection<Partner> partners) {
        PartnerLeases leases = new PartnerLeases(store, node, partners);
        leases.beat();
        Future<?> unused = leases.heart.scheduleWithFixedDelay(
                leases::beatOrSayWhyNot, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
        return leases;
    }

    /** A name that no other process has or had: machine, process id, and some chance. */
    static String newNode() {
        byte[] chance = new byte[NAME_BYTES];
        ThreadLocalRandom.current().nextBytes(chance);
        return "%s-%d-%s"
                .formatted(
                        InetAddressUtil.getLocalHostNameSafe(),
                        ProcessHandle.current().pid(),
                        HexFormat.of().formatHex(chance));
    }

    String node() {
        return node;
    }

    /** The lease of a partner, if this node holds it as far as it knows. */
    Optional<Lease> of(String partner) {
        return Optional.ofNullable(held.get(partner));
    }

    /** Whether this node holds a partner still, by the ledger. */
    boolean isHeld(Lease lease) {
        return store.isHeld(lease);
    }

    /** Ends the beat and gives everything back; what cannot be given back expires. */
    @Override
    public void close() {
        // Not at once: an interrupt in the middle of a beat would close the file of an embedded ledger.
        heart.shutdown();
        giveBack();
    }

    private synchronized void giveBack() {
        held = Map.of();
        try {
            store.release(node);
        } catch (LedgerException e) {
            LOG.warn("The leases of this node could not be given back: {}", e.getMessage());
        }
    }

    /** Whatever goes wrong, the next beat comes. */
    private void beatOrSayWhyNot() {
        try {
            beat();
        } catch (RuntimeException e) {
            LOG.warn("The leases of this node could not be renewed: {}", e.getMessage());
        }
    }

    /** Renews what this node holds and takes what is free; nothing once it is closed. */
    synchronized void beat() {
        if (heart.isShutdown()) {
            return;
        }
        Map<String, Lease> now = new HashMap<>();
        store.renew(node, TIME).forEach(lease -> now.put(lease.partner(), lease));
        partners.stream()
                .filter(partner -> !now.containsKey(partner))
                .forEach(partner -> store.take(partner, node, TIME).ifPresent(lease -> now.put(partner, lease)));
        Map<String, Lease> before = held;
        held = Map.copyOf(now);
        partners.stream()
                .filter(partner -> before.containsKey(partner) != now.containsKey(partner))
                .forEach(partner -> LOG.info(
                        "This node ({}) {} partner {}", node, now.containsKey(partner) ? "holds" : "lost", partner));
    }
}
