package org.claimgate.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.claimgate.claim.Destination;
import org.claimgate.flow.Addressing;
import org.claimgate.partner.Partner;
import org.claimgate.partner.Partners;

/** Whom a claim is for: the partner named on the command line, or else the one that serves its payer. */
final class PartnerChoice implements Function<ObjectNode, Optional<Partner>> {

    private final Partners partners;
    private final Partner named;

    private PartnerChoice(Partners partners, Partner named) {
        this.partners = partners;
        this.named = named;
    }

    /** @param id of a partner; null to go by the payer */
    static PartnerChoice load(Home home, String id) {
        Partners partners = home.partners();
        return new PartnerChoice(partners, id == null ? null : named(partners, id));
    }

    boolean isNamed() {
        return named != null;
    }

    @Override
    public Optional<Partner> apply(ObjectNode claim) {
        return named == null
                ? partners.forPayer(claim.path("tradingPartnerServiceId").asText(null))
                : Optional.of(named);
    }

    /** How intake would judge a canonical claim: as its partner wants it. */
    Destination destination(ObjectNode claim) {
        return Addressing.destination(claim, apply(claim));
    }

    private static Partner named(Partners partners, String id) {
        return partners.find(id).orElseThrow(() -> {
            String known = partners.all().stream().map(Partner::id).collect(Collectors.joining(", "));
            return new CommandFailure("no partner is called " + id + "; there is " + known);
        });
    }
}
