package org.claimgate.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.guide.Place;

/** Says whether what was dropped could be read: the TA1 of an interchange and the 999 of its groups. */
final class Acknowledgments {

    private static final String ELEMENT_ISSUE = "IK403:";
    private static final String SEGMENT_ISSUE = "IK304:";
    private static final String SET_ISSUE = "IK502:";

    /** Loops of the claim itself: what is wrong in others is not of one claim alone. */
    private static final Set<String> OF_CLAIM = Set.of("23", "24");

    private final Guides guides;
    private final Guide interchangeGuide;
    private final Guide setGuide;

    Acknowledgments(Guides guides) {
        this.guides = guides;
        interchangeGuide = guides.forVocabulary("interchange-acknowledgment");
        setGuide = guides.forVocabulary("implementation-acknowledgment");
    }

    Guide interchangeGuide() {
        return interchangeGuide;
    }

    Guide setGuide() {
        return setGuide;
    }

    /** TA1: always sent, so that a sender sees it whether ISA14 asks for it or not. */
    ObjectNode interchange(ReceivedInterchange received, Reply reply) {
        ObjectNode document = reply.document(interchangeGuide);
        Fields.of(document)
                .in("interchangeAcknowledgment")
                .put("interchangeControlNumber", received.header().controlNumber())
                .put("interchangeDate", received.header().date())
                .put("interchangeTime", received.header().time())
                .put("acknowledgmentCode", received.rejection().isPresent() ? "R" : "A")
                .put("noteCode", received.rejection().orElse("000"));
        return document;
    }

    /** 999: one set for every group, one document for every set in it and one for the group's verdict. */
    List<ObjectNode> groups(ReceivedInterchange received, Reply reply) {
        List<ObjectNode> documents = new ArrayList<>();
        int ordinal = 0;
        for (ReceivedGroup group : received.groups()) {
            ordinal++;
            for (ReceivedSet set : group.sets()) {
                documents.add(set(group, set, reply.document(setGuide, ordinal)));
            }
            documents.add(verdict(group, reply.document(setGuide, ordinal)));
        }
        return documents;
    }

    private ObjectNode set(ReceivedGroup group, ReceivedSet set, ObjectNode document) {
        answered(group, document);
        Fields acknowledged = Fields.of(document)
                .in("acknowledgedSet")
                .put("transactionSetIdentifierCode", set.header().identifier())
                .put("transactionSetControlNumber", set.header().controlNumber());
        if (set.header().implementationReference() != null) {
            acknowledged.put("implementationReference", set.header().implementationReference());
        }
        acknowledged.put("acknowledgmentCode", set.isRejected() ? "R" : "A");
        if (set.commonScenario() == Scenario.SET_REJECTED) {
            wishedErrors(group, set, document);
            acknowledged.add("errorCodes", "5");
        } else if (set.hasErrors()) {
            found(set, document);
            setCodes(set).forEach(code -> acknowledged.add("errorCodes", code));
        }
        return document;
    }

    /** IK502: the codes found for the set as such, and 5 (segments in error) where there are any or nothing else is known. */
    private static List<String> setCodes(ReceivedSet set) {
        List<String> codes = new ArrayList<>(errors(set, SET_ISSUE).stream()
                .map(issue -> issue.code().substring(SET_ISSUE.length()))
                .distinct()
                .limit(4)
                .toList());
        boolean segments = !errors(set, SEGMENT_ISSUE).isEmpty()
                || !errors(set, ELEMENT_ISSUE).isEmpty();
        if (segments || codes.isEmpty()) {
            codes.add("5");
        }
        return codes;
    }

    /** An error of each claim: where it wishes one, or else at its first diagnosis. */
    private void wishedErrors(ReceivedGroup group, ReceivedSet set, ObjectNode document) {
        Guide guide =
                guides.find(group.header().version(), set.header().identifier()).orElseThrow();
        List<ObjectNode> documents = set.claims().stream().map(Claim::document).toList();
        Set<Place> told = new HashSet<>();
        for (int ordinal = 0; ordinal < documents.size(); ordinal++) {
            Claim claim = set.claims().get(ordinal);
            Wish wish = Wish.of(claim).orError("7", claim.firstDiagnosis());
            guide.locate(documents, ordinal, wish.field())
                    .filter(found -> told.add(found.place()))
                    .ifPresent(found -> error(guide, claim, found, wish.elementError(), document));
        }
    }

    private static void error(Guide guide, Claim claim, Guide.Located field, String code, ObjectNode document) {
        Place place = field.place();
        Fields segment = segmentError(document, place.segment(), place.position(), place.loop(), "8");
        if (OF_CLAIM.stream().anyMatch(place.loop()::startsWith)) {
            segment.item("contexts").put("contextName", "CLM01").put("contextReference", claim.patientControlNumber());
        }
        Fields element = segment.item("elementErrors").put("elementPosition", place.element());
        if (place.component() > 0) {
            element.put("componentPosition", place.component());
        }
        guide.dataElement(place.segment(), place.element(), place.component())
                .ifPresent(number -> element.put("dataElementNumber", number));
        element.put("errorCode", code).put("badValue", claim.text(field.pointer()));
    }

    /** What the reader found wrong, one IK3 for each segment. */
    private static void found(ReceivedSet set, ObjectNode document) {
        Map<Integer, Fields> elements = new LinkedHashMap<>();
        for (Issue issue : errors(set, SEGMENT_ISSUE)) {
            segmentError(document, issue, issue.code().substring(SEGMENT_ISSUE.length()));
        }
        for (Issue issue : errors(set, ELEMENT_ISSUE)) {
            Fields segment =
                    elements.computeIfAbsent(issue.place().position(), position -> segmentError(document, issue, "8"));
            Fields element = segment.item("elementErrors")
                    .put("elementPosition", issue.place().element());
            if (issue.place().component() > 0) {
                element.put("componentPosition", issue.place().component());
            }
            if (issue.place().repetition() > 0) {
                element.put("repetitionPosition", issue.place().repetition());
            }
            element.put("errorCode", issue.code().substring(ELEMENT_ISSUE.length()));
            if (issue.value() != null) {
                element.put("badValue", issue.value());
            }
        }
    }

    private static Fields segmentError(ObjectNode document, Issue issue, String code) {
        return segmentError(
                document,
                issue.place().segment(),
                issue.place().position(),
                issue.place().loop(),
                code);
    }

    private static Fields segmentError(ObjectNode document, String segment, int position, String loop, String code) {
        return Fields.of(document)
                .item("segmentErrors")
                .put("segmentId", segment)
                .put("segmentPosition", position)
                .put("loopIdentifier", loop)
                .put("errorCode", code);
    }

    private static List<Issue> errors(ReceivedSet set, String family) {
        return set.issues().stream()
                .filter(issue -> issue.isError() && issue.code().startsWith(family))
                .toList();
    }

    private static ObjectNode verdict(ReceivedGroup group, ObjectNode document) {
        answered(group, document);
        int sets = group.sets().size();
        int accepted = group.acceptedSets().size();
        String code = accepted == sets ? "A" : accepted == 0 ? "R" : "P";
        Fields.of(document)
                .in("groupAcknowledgment")
                .put("acknowledgmentCode", code)
                .put("setsIncluded", sets)
                .put("setsReceived", sets)
                .put("setsAccepted", accepted);
        return document;
    }

    private static void answered(ReceivedGroup group, ObjectNode document) {
        Fields.of(document)
                .in("functionalGroup")
                .put("functionalIdentifierCode", group.header().functionalIdentifier())
                .put("groupControlNumber", group.header().controlNumber())
                .put("versionIdentifier", group.header().version());
    }
}
