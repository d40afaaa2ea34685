package org.claimgate.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.InterchangeSecurity;
import org.claimgate.x12.TransactionSet;

/** Judges the envelope that a document asks for: a header that cannot be written refuses the document. */
final class EnvelopeCheck {

    private final Dictionary dictionary;
    private final Predicate<String> carried;
    private final List<Issue> issues = new ArrayList<>();

    private EnvelopeCheck(Dictionary dictionary, Predicate<String> carried) {
        this.dictionary = dictionary;
        this.carried = carried;
    }

    /** @param carried whether an interchange with the wanted separators can hold a value */
    static List<Issue> of(Envelope envelope, Dictionary dictionary, Predicate<String> carried) {
        EnvelopeCheck check = new EnvelopeCheck(dictionary, carried);
        check.interchange(envelope.interchange());
        if (envelope.group() != null) {
            check.group(envelope.group());
            check.set(envelope.set());
        }
        return check.issues;
    }

    private void interchange(Interchange header) {
        InterchangeSecurity security = header.security();
        judge("ISA", 1, security.authorizationQualifier(), "authorization/qualifier");
        judge("ISA", 2, security.authorization(), "authorization/id");
        judge("ISA", 3, security.securityQualifier(), "security/qualifier");
        judge("ISA", 4, security.security(), "security/id");
        judge("ISA", 5, header.senderQualifier(), "sender/qualifier");
        judge("ISA", 6, header.senderId(), "sender/id");
        judge("ISA", 7, header.receiverQualifier(), "receiver/qualifier");
        judge("ISA", 8, header.receiverId(), "receiver/id");
        judge("ISA", 9, header.date(), "interchangeDate");
        judge("ISA", 10, header.time(), "interchangeTime");
        judge("ISA", 12, header.version(), "interchangeVersion");
        judge("ISA", 13, header.controlNumber(), "interchangeControlNumber");
        judge("ISA", 14, header.acknowledgmentRequested(), "acknowledgmentRequested");
        judge("ISA", 15, header.usageIndicator(), "usageIndicator");
    }

    private void group(FunctionalGroup header) {
        judge("GS", 1, header.functionalIdentifier(), "functionalIdentifier");
        judge("GS", 2, header.applicationSender(), "applicationSender");
        judge("GS", 3, header.applicationReceiver(), "applicationReceiver");
        judge("GS", 4, header.date(), "groupDate");
        judge("GS", 5, header.time(), "groupTime");
        judge("GS", 6, header.controlNumber(), "groupControlNumber");
        judge("GS", 7, header.responsibleAgency(), "responsibleAgency");
        judge("GS", 8, header.version(), "version");
    }

    private void set(TransactionSet header) {
        judge("ST", 1, header.identifier(), "transactionSet");
        judge("ST", 2, header.controlNumber(), "transactionSetControlNumber");
        if (header.implementationReference() != null) {
            judge("ST", 3, header.implementationReference(), "implementationReference");
        }
    }

    /** What is absent is padded or empty, as in files of the field; what is there must fit and hold no delimiter. */
    private void judge(String segment, int element, String value, String field) {
        int maximum =
                dictionary.segment(segment).elements().get(element - 1).type().maximum();
        boolean plain = value.chars().allMatch(c -> c < 0x7F) && carried.test(value);
        if (value.length() > maximum || !plain) {
            Place place = new Place("", "", "", 0, segment, "", element, 0);
            String words = String.format(
                    "%s%02d: expected at most %d plain characters without separators", segment, element, maximum);
            issues.add(Issue.error(
                    plain ? "IK403:5" : "IK403:6", words, place, "/" + Envelope.FIELD + "/" + field, value));
        }
    }
}
