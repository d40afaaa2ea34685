package org.claimgate.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;

/**
 * The one form of a claim that the guides know. The vocabulary lets a provider come under its own name or in
 * {@code providers[]}, a list come as a single item, adjustments under three names; here each has one.
 */
final class CanonicalForm {

    static final String PROFESSIONAL = "professional-claim";
    static final String INSTITUTIONAL = "institutional-claim";

    private static final String ENVELOPE = "envelope";

    private static final Map<String, String> PROVIDERS = Map.of(
            "BillingProvider", "billing",
            "ReferringProvider", "referring",
            "RenderingProvider", "rendering",
            "OrderingProvider", "ordering",
            "SupervisingProvider", "supervising",
            "AttendingProvider", "attending",
            "OperatingPhysician", "operatingPhysician",
            "OtherOperatingPhysician", "otherOperatingPhysician");

    private final ObjectNode document;
    private final Pointers pointers = new Pointers();
    private final List<Issue> issues = new ArrayList<>();
    private final Cursor top;
    private final String vocabulary;
    private final String replaced;

    CanonicalForm(ObjectNode sent) {
        document = sent.deepCopy();
        dropEmpty(document);
        top = new Cursor(document, "", pointers);
        vocabulary = vocabularyOf(document);
        takeUsage();
        replaced = takeReplaced();
        takeProviders();
        top.remove("controlNumber");
        for (String party : List.of("submitter", "billing")) {
            top.child(party).child("contactInformation").remove("validContact");
        }
        top.child("subscriber").rename("policyNumber", "groupNumber");
        if (vocabulary.equals(PROFESSIONAL)) {
            ProfessionalForm.bring(top);
        } else {
            InstitutionalForm.bring(top);
        }
        dropWhatGoesWithoutSaying();
        renameAdjustments(document.get("claimInformation"), "/claimInformation");
    }

    ObjectNode document() {
        return document;
    }

    String vocabulary() {
        return vocabulary;
    }

    /** What the claim names as the one that it replaces; empty for none. */
    String replaced() {
        return replaced;
    }

    Pointers pointers() {
        return pointers;
    }

    /** What is wrong with the form itself; pointers as sent. */
    List<Issue> issues() {
        return issues;
    }

    /** Null, the empty text and the empty object say nothing. Items of arrays keep their places. */
    private static void dropEmpty(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Iterator<JsonNode> values = object.elements(); values.hasNext(); ) {
                JsonNode value = values.next();
                dropEmpty(value);
                if (value.isNull()
                        || (value.isTextual() && value.textValue().isBlank())
                        || (value.isContainerNode() && value.isEmpty())) {
                    values.remove();
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(CanonicalForm::dropEmpty);
        }
    }

    /** Decided by content: service lines first, then what only one kind of claim has. */
    private static String vocabularyOf(ObjectNode claim) {
        JsonNode information = claim.path("claimInformation");
        boolean professional = information.has("healthCareCodeInformation");
        for (JsonNode line : information.path("serviceLines")) {
            if (line.has("institutionalService")) {
                return INSTITUTIONAL;
            }
            professional |= line.has("professionalService");
        }
        boolean institutional = information.has("principalDiagnosis")
                || information.has("claimCodeInformation")
                || information.path("claimDateInformation").has("statementBeginDate")
                || claim.has("attending");
        return institutional && !professional ? INSTITUTIONAL : PROFESSIONAL;
    }

    /** The usage indicator is ISA15; nothing else of an envelope is the sender's to say. */
    private void takeUsage() {
        JsonNode usage = document.remove("usageIndicator");
        String origin = "/usageIndicator";
        if (usage == null) {
            usage = document.path(ENVELOPE).get("usageIndicator");
            origin = "/" + ENVELOPE + origin;
        }
        document.remove(ENVELOPE);
        if (usage == null) {
            return;
        }
        if (usage.isTextual() && List.of("P", "T").contains(usage.textValue())) {
            document.putObject(ENVELOPE).set("usageIndicator", usage);
        } else {
            refuse("JSON:code", "expected P (production) or T (test)", origin, usage);
        }
    }

    private String takeReplaced() {
        JsonNode named = document.remove(Replacing.FIELD);
        if (named == null || named.isTextual()) {
            return named == null ? "" : named.textValue().strip();
        }
        refuse("JSON:type", "expected text", "/" + Replacing.FIELD, named);
        return "";
    }

    private void takeProviders() {
        for (Cursor provider : top.items("providers")) {
            JsonNode type = provider.object().get("providerType");
            String name = type == null ? null : PROVIDERS.get(type.asText());
            if (name == null) {
                String code = type == null ? "JSON:required" : "JSON:code";
                String names =
                        String.join(", ", PROVIDERS.keySet().stream().sorted().toList());
                refuse(code, "expected one of " + names, provider.pointer() + "/providerType", type);
            } else if (top.has(name)) {
                refuse("JSON:duplicate", "expected one " + name + " provider", provider.pointer(), null);
            } else {
                document.set(name, provider.object());
                pointers.move(provider.pointer(), "/" + name);
            }
        }
        if (document.get("providers") instanceof ArrayNode providers) {
            for (int i = 0; i < providers.size(); i++) {
                if (!providers.get(i).isObject()) {
                    refuse("JSON:type", "expected an object", Pointers.child("/providers", i), providers.get(i));
                }
            }
            document.remove("providers");
        }
        PROVIDERS.values().forEach(name -> top.child(name).remove("providerType"));
    }

    private void refuse(String code, String message, String pointer, JsonNode value) {
        issues.add(Issue.error(code, message, Place.NOWHERE, pointer, value == null ? null : value.asText()));
    }

    /** Values that the writer gives by itself and the reader does not store: BHT06 of a usual claim, LX01 that counts the lines. */
    private void dropWhatGoesWithoutSaying() {
        if (document.path("claimIdentifier").asText().equals("CH")) {
            document.remove("claimIdentifier");
        }
        int ordinal = 0;
        for (Cursor line : top.child("claimInformation").items("serviceLines")) {
            ordinal++;
            if (line.object().path("assignedNumber").asText().equals(String.valueOf(ordinal))) {
                line.remove("assignedNumber");
            }
        }
    }

    /** Adjustments have three names in the vocabulary, their fields a prefix; ours are {reason, amount, quantity}. */
    private void renameAdjustments(JsonNode node, String pointer) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                renameAdjustments(array.get(i), Pointers.child(pointer, i));
            }
        } else if (node instanceof ObjectNode object) {
            Cursor cursor = new Cursor(object, pointer, pointers);
            cursor.rename("adjustmentDetails", "adjustments");
            cursor.rename("claimAdjustmentDetails", "adjustments");
            for (Cursor adjustment : cursor.items("adjustments")) {
                adjustment.rename("adjustmentReasonCode", "reason");
                adjustment.rename("adjustmentAmount", "amount");
                adjustment.rename("adjustmentQuantity", "quantity");
            }
            object.properties().forEach(field -> {
                if (field.getValue().isContainerNode()) {
                    renameAdjustments(field.getValue(), Pointers.child(pointer, field.getKey()));
                }
            });
        }
    }
}
