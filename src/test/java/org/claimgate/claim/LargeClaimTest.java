package org.claimgate.claim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.claimgate.claim.edit.EditSettings;
import org.claimgate.claim.edit.Edits;
import org.claimgate.claim.edit.Kind;
import org.claimgate.guide.Guides;
import org.junit.jupiter.api.Test;

/** Claims that are larger than any real one: what they cost grows with their size, not with its square. */
class LargeClaimTest {

    private static final int MANY = 4_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Guides GUIDES = Guides.load(Path.of("mappings/x12"));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Claims CLAIMS = new Claims(GUIDES, CLOCK);
    private static final Edits EDITS = new Edits(GUIDES, CLOCK);

    @Test
    void each_of_thousands_of_fields_that_there_are_not_is_named() throws IOException {
        ObjectNode claim = sample();
        ArrayNode lines = claim.withObject("/claimInformation").withArray("serviceLines");
        JsonNode line = lines.get(0);
        for (int i = 0; i < MANY; i++) {
            lines.add(((ObjectNode) line.deepCopy()).put("x" + i, "1"));
            claim.put("x" + i, "1");
        }
        assertThat(CLAIMS.check(claim).issues().stream()
                        .filter(issue -> issue.pointer().contains("/x")))
                .hasSize(2 * MANY);
    }

    @Test
    void thousands_of_other_payers_and_decisions_are_held_against_each_other() throws IOException {
        ObjectNode claim = CLAIMS.check(sample()).document();
        ArrayNode payers = claim.withObject("/claimInformation").withArray("otherSubscriberInformation");
        ArrayNode decisions =
                ((ObjectNode) claim.at("/claimInformation/serviceLines/0")).withArray("lineAdjudicationInformation");
        for (int i = 0; i < MANY; i++) {
            ObjectNode payer = payers.get(0).deepCopy();
            payer.withObject("/otherPayerName").put("otherPayerIdentifier", "PAYER" + i);
            payers.add(payer);
            ObjectNode decision = decisions.get(0).deepCopy();
            decisions.add(
                    decision.put("otherPayerPrimaryIdentifier", "PAYER" + i).put("serviceLinePaidAmount", "1"));
        }
        assertThat(EDITS.check(claim, Kind.PROFESSIONAL, EditSettings.USUAL).stream()
                        .filter(issue -> issue.code().endsWith(".2430.SVD02.010")))
                .hasSize(MANY);
    }

    private static ObjectNode sample() throws IOException {
        return (ObjectNode)
                MAPPER.readTree(Path.of("edi-samples/837P/secondary/claim.json").toFile());
    }
}
