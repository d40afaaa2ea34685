package org.claimgate.camel;

import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.claimgate.flow.Deadlines;
import org.claimgate.flow.Delivery;
import org.claimgate.flow.Interpretation;
import org.claimgate.flow.MessageSender;
import org.claimgate.flow.Posting;
import org.claimgate.flow.Publication;
import org.claimgate.flow.RemoteFolder;
import org.claimgate.flow.Retention;
import org.claimgate.flow.Submission;
import org.claimgate.ledger.Lease;
import org.claimgate.partner.Partner;
import org.claimgate.partner.Partners;

/** The steps as the routes call them: without arguments but the partner's id, answering how many pieces were done. */
final class Steps {

    private final Partners partners;
    private final PartnerLeases leases;
    private final SftpSessions sessions;
    private final Submission submission;
    private final Delivery delivery;
    private final Interpretation interpretation;
    private final Deadlines deadlines;
    private final Publication publication;
    private final MessageSender messages;
    private final Optional<Posting> posting;
    private final Retention retention;
    private CamelContext context;

    Steps(
            Partners partners,
            PartnerLeases leases,
            SftpSessions sessions,
            Submission submission,
            Delivery delivery,
            Interpretation interpretation,
            Deadlines deadlines,
            Publication publication,
            MessageSender messages,
            Optional<Posting> posting,
            Retention retention) {
        this.partners = partners;
        this.leases = leases;
        this.sessions = sessions;
        this.submission = submission;
        this.delivery = delivery;
        this.interpretation = interpretation;
        this.deadlines = deadlines;
        this.publication = publication;
        this.messages = messages;
        this.posting = posting;
        this.retention = retention;
    }

    void in(CamelContext routes) {
        context = routes;
    }

    int submit() {
        return submission.run();
    }

    int deliver(String partnerId) {
        Partner partner = partners.find(partnerId).orElseThrow(() -> new NoSuchElementException(partnerId));
        return leases.of(partnerId).map(lease -> deliver(partner, lease)).orElse(0);
    }

    private int deliver(Partner partner, Lease lease) {
        try (RemoteFolder folder = sessions.outbound(context, partner)) {
            return delivery.deliver(partner, lease, folder);
        }
    }

    int interpret() {
        return interpretation.run();
    }

    int judgeDeadlines() {
        return deadlines.run();
    }

    int publish() {
        return publication.run(messages);
    }

    int post() {
        return posting.map(Posting::run).orElse(0);
    }

    int removeOld() {
        return retention.run();
    }
}
