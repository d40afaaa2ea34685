package org.claimgate.crash;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.claimgate.flow.Failpoint;

/**
 * The harness on a gateway that lacks something: it has to find what that costs. What a gateway would not have recorded is
 * struck from its ledger while it is dead.
 */
final class Controls {

    private static final int CLAIMS = 3;
    private static final int TRIES = 3;

    private final Site site;
    private final Desk desk;
    private final Consumer<Outcome> report;

    Controls(Site site, Desk desk, Consumer<Outcome> report) {
        this.site = site;
        this.desk = desk;
        this.report = report;
    }

    /** What is STAGED was never recorded as such. */
    void withoutStaged() {
        trial(
                "control: without STAGED",
                Failpoint.DELIVERY_RENAMED,
                "update interchange set state = 'UPLOADING' where state = 'STAGED'");
    }

    /** A message that is sent again has another id. */
    void withoutDuplicateId() {
        trial(
                "control: without the duplicate id",
                Failpoint.PUBLICATION_SENT,
                """
                insert into outbox
                    (duplicate_id, queue, type, partner, state, subject, created_at, file, replayed_by, posted)
                    select duplicate_id || ' again', queue, type, partner, state, subject, created_at, file, replayed_by,
                        posted from outbox where id in (select message from outbox_waiting);
                update outbox_body set message = message || ' again' where message in
                    (select duplicate_id from outbox where id in (select message from outbox_waiting));
                delete from outbox_waiting;
                delete from outbox where duplicate_id || ' again' in (select duplicate_id from outbox);
                insert into outbox_waiting (message) select id from outbox where duplicate_id like '% again'
                """);
    }

    /** At a site whose ledger's disk is not forced, and written half a second later, which is how H2 does it by default. */
    void withoutDurability() {
        trial("control: H2 as it is by default", Failpoint.DELIVERY_RENAMED, "");
    }

    /** At a site whose ledger stands on a {@link org.claimgate.ledger.PowerCutDisk} and is never forced. */
    void withoutForce() {
        trial("control: power cut, nothing forced", Failpoint.DELIVERY_RENAMED, "");
    }

    private void trial(String name, Failpoint failpoint, String amnesia) {
        Set<Finding> findings = new LinkedHashSet<>();
        int tries = 0;
        while (findings.isEmpty() && tries < TRIES) {
            tries++;
            site.standStillAt(failpoint);
            desk.handIn(CLAIMS);
            if (!site.standsStillAt(failpoint)) {
                throw new IllegalStateException("The gateway never came to " + failpoint);
            }
            site.killGateway();
            strike(amnesia);
            site.startGateway();
            findings.addAll(desk.settle());
        }
        report.accept(new Outcome(name, tries, tries * CLAIMS, findings));
    }

    private void strike(String amnesia) {
        if (amnesia.isEmpty()) {
            return;
        }
        try (Connection ledger = site.ledger().connect();
                Statement statement = ledger.createStatement()) {
            if (statement.executeUpdate(amnesia) == 0) {
                throw new IllegalStateException("There was nothing to forget: " + amnesia);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
