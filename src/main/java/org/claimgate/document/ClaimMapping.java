package org.claimgate.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.claimgate.claim.ClaimReader;
import org.claimgate.claim.Claims;
import org.claimgate.flow.PartnerDocuments;
import org.claimgate.flow.SenderClaims;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.guide.MappingException;

/** A folder of mappings/claims/, compiled. Bodies are read as those of our own claims are. */
public final class ClaimMapping implements SenderClaims.Mapping, TestedMapping {

    private final ClaimDescription description;
    private final Transformation transformation;

    private ClaimMapping(ClaimDescription description, Transformation transformation) {
        this.description = description;
        this.transformation = transformation;
    }

    /** @throws MappingException for a mistake in the JSLT, with file and line */
    static ClaimMapping compile(ClaimDescription description) {
        return new ClaimMapping(description, Transformation.compile(description.transformation()));
    }

    @Override
    public String name() {
        return description.name();
    }

    @Override
    public ClaimDescription description() {
        return description;
    }

    @Override
    public SenderClaims.Mapped map(ObjectNode handedIn) {
        try {
            return new SenderClaims.Mapped(one(transformation.apply(handedIn, Map.of())), null);
        } catch (Refusal refusal) {
            return new SenderClaims.Mapped(null, refusal.issue());
        }
    }

    /** Each object that is handed in is answered, so that each must give one claim. */
    private static ObjectNode one(JsonNode made) {
        if (made.isArray() && made.size() != 1) {
            throw Refusal.mapping("expected one claim of each JSON object, and the mapping gives " + made.size());
        }
        if ((made.isArray() ? made.get(0) : made) instanceof ObjectNode claim) {
            return claim;
        }
        throw Refusal.mapping("the mapping gives no JSON object");
    }

    @Override
    public Trial trial(InputStream in, Guides guides, Clock clock) throws IOException {
        Claims claims = new Claims(guides, clock);
        ArrayNode results = JsonNodeFactory.instance.arrayNode();
        List<Issue> issues = new ArrayList<>();
        read(in, issues::add, item -> {
            SenderClaims.Mapped mapped = map(item.json());
            if (mapped.claim() == null) {
                issues.add(PartnerDocuments.ofRecord(item.ordinal(), mapped.issue()));
            } else {
                results.add(mapped.claim());
                claims.check(mapped.claim())
                        .issues()
                        .forEach(issue -> issues.add(PartnerDocuments.ofRecord(item.ordinal(), issue)));
            }
        });
        return new Trial(results, issues);
    }

    @Override
    public boolean isOfClaims() {
        return true;
    }

    @Override
    public Trial treeOf(InputStream in) throws IOException {
        ArrayNode objects = JsonNodeFactory.instance.arrayNode();
        List<Issue> issues = new ArrayList<>();
        read(in, issues::add, item -> objects.add(item.json()));
        return new Trial(objects, issues);
    }

    private static void read(InputStream in, Consumer<Issue> issues, Consumer<ClaimReader.Item> objects)
            throws IOException {
        ClaimReader.read(in, item -> {
            if (item.json() == null) {
                issues.accept(item.issue());
            } else {
                objects.accept(item);
            }
        });
    }
}
