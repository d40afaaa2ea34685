package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.claimgate.claim.Pointers;
import org.claimgate.response.Correction;

/** The fields to correct, as they stand in messages and events. */
final class FieldsJson {

    private FieldsJson() {}

    /**
     * {@code [{pointer, value, codes, said, fix}]}; what is not known or must not be shown is left out.
     *
     * @param pointers to the claim as its sender knows it
     * @param values what may be shown of a field of the canonical claim
     */
    static ArrayNode array(List<Correction> corrections, Pointers pointers, Function<String, Optional<String>> values) {
        ArrayNode fields = JsonNodeFactory.instance.arrayNode();
        for (Correction correction : corrections) {
            ObjectNode field = fields.addObject();
            field.put("pointer", pointers.sent(correction.pointer()));
            values.apply(correction.pointer()).ifPresent(value -> field.put("value", value));
            correction.codes().forEach(field.putArray("codes")::add);
            field.put("said", correction.said());
            if (!correction.fix().isEmpty()) {
                field.put("fix", correction.fix());
            }
        }
        return fields;
    }
}
