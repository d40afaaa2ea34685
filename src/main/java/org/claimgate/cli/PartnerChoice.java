package org.claimgate.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    static PartnerChoice load(Home home, String id) throws IOException {
        Partners partners = Partners.load(home.partners(), properties(home.properties()));
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

    private static Partner named(Partners partners, String id) {
        return partners.find(id).orElseThrow(() -> {
            String known = partners.all().stream().map(Partner::id).collect(Collectors.joining(", "));
            return new CommandFailure("no partner is called " + id + "; there is " + known);
        });
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
        }
        return properties;
    }
}
