package org.claimgate.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.HeaderCodes;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.InterchangeSecurity;
import org.claimgate.x12.TransactionSet;

/**
 * Judges the envelope that a document asks for. What is written is as X12 and the guide want it, and reads back as it is here: a
 * header that could not be refuses the document.
 */
final class EnvelopeCheck {

    /** The elements that are padded with blanks to their length. */
    private static final Set<String> PADDED = Set.of("ISA02", "ISA04", "ISA06", "ISA08");

    /** Text that may begin with blanks, which are read as a part of it. */
    private static final Set<String> INFORMATION = Set.of("ISA02", "ISA04");

    private static final Map<String, String> FORMATS = Map.of("ISA09", "a date YYMMDD", "ISA10", "a time HHMM");

    private final Guide guide;
    private final Predicate<String> carried;
    private final List<Issue> issues = new ArrayList<>();

    private EnvelopeCheck(Guide guide, Predicate<String> carried) {
        this.guide = guide;
        this.carried = carried;
    }

    /** @param carried whether an interchange with the wanted separators can hold a value */
    static List<Issue> of(Envelope envelope, Guide guide, Predicate<String> carried) {
        EnvelopeCheck check = new EnvelopeCheck(guide, carried);
        check.interchange(envelope.interchange());
        if (guide.isGrouped()) {
            check.group(envelope.group());
            check.set(envelope.set());
            check.guide(envelope.group().version(), envelope.set().implementationReference());
        }
        return check.issues;
    }

    private void interchange(Interchange header) {
        InterchangeSecurity security = header.security();
        information(1, security.authorizationQualifier(), security.authorization(), "authorization");
        information(3, security.securityQualifier(), security.security(), "security");
        party(5, header.senderQualifier(), header.senderId(), "sender");
        party(7, header.receiverQualifier(), header.receiverId(), "receiver");
        judge("ISA", 9, header.date(), "interchangeDate");
        judge("ISA", 10, header.time(), "interchangeTime");
        judge("ISA", 12, header.version(), "interchangeVersion", Set.of(HeaderCodes.VERSION));
        controlNumber("ISA", 13, header.controlNumber(), "interchangeControlNumber");
        Set<String> requested = HeaderCodes.ACKNOWLEDGMENT_REQUESTED;
        judge("ISA", 14, header.acknowledgmentRequested(), "acknowledgmentRequested", requested);
        judge("ISA", 15, header.usageIndicator(), "usageIndicator", HeaderCodes.USAGE_INDICATORS);
    }

    private void information(int element, String qualifier, String text, String field) {
        boolean known = HeaderCodes.isInformationQualifier(qualifier);
        judge("ISA", element, qualifier, field + "/qualifier", known, "a qualifier of 00 to 08");
        if (!text.isEmpty() || !qualifier.equals(InterchangeSecurity.NONE.authorizationQualifier())) {
            judge("ISA", element + 1, text, field + "/id");
        }
    }

    private void party(int element, String qualifier, String id, String field) {
        boolean known = HeaderCodes.isPartyQualifier(qualifier);
        judge("ISA", element, qualifier, field + "/qualifier", known, "a qualifier of a party's identifier");
        judge("ISA", element + 1, id, field + "/id");
    }

    private void group(FunctionalGroup header) {
        judge("GS", 1, header.functionalIdentifier(), "functionalIdentifier", Set.of(guide.functionalIdentifier()));
        judge("GS", 2, header.applicationSender(), "applicationSender");
        judge("GS", 3, header.applicationReceiver(), "applicationReceiver");
        judge("GS", 4, header.date(), "groupDate");
        judge("GS", 5, header.time(), "groupTime");
        controlNumber("GS", 6, header.controlNumber(), "groupControlNumber");
        judge("GS", 7, header.responsibleAgency(), "responsibleAgency", HeaderCodes.RESPONSIBLE_AGENCIES);
    }

    private void set(TransactionSet header) {
        judge("ST", 1, header.identifier(), "transactionSet", Set.of(guide.transactionSet()));
        judge("ST", 2, header.controlNumber(), "transactionSetControlNumber");
    }

    /** ST03 names the guide, and GS08 agrees with it; where there is no ST03, GS08 does. */
    private void guide(String version, String reference) {
        boolean named = reference == null ? guide.isNamed(version) : guide.isNamed(reference);
        boolean agrees = reference == null ? named : !named || HeaderCodes.agree(reference, version);
        judge("GS", 8, version, "version", agrees, "the version of the guide");
        if (reference != null) {
            judge("ST", 3, reference, "implementationReference", named, "the guide");
        }
    }

    private void controlNumber(String segment, int element, String value, String field) {
        judge(segment, element, value, field, HeaderCodes.isDigits(value), "digits");
    }

    private void judge(String segment, int element, String value, String field, Set<String> codes) {
        judge(
                segment,
                element,
                value,
                field,
                codes.contains(value),
                "one of " + codes.stream().sorted().collect(Collectors.joining(" ")));
    }

    private void judge(String segment, int element, String value, String field, boolean known, String expected) {
        ElementType.Fault fault = fault(segment, element, value);
        ElementType.Fault unknown = known ? null : new ElementType.Fault("7", expected);
        report(segment, element, value, field, fault == null ? unknown : fault);
    }

    private void judge(String segment, int element, String value, String field) {
        report(segment, element, value, field, fault(segment, element, value));
    }

    private ElementType.Fault fault(String segment, int element, String value) {
        if (value.isEmpty()) {
            return new ElementType.Fault("1", "a value");
        }
        if (!value.chars().allMatch(c -> c < 0x7F) || !carried.test(value)) {
            return new ElementType.Fault("6", "plain characters without separators");
        }
        String name = name(segment, element);
        if (!value.equals(INFORMATION.contains(name) ? value.stripTrailing() : value.strip())) {
            return new ElementType.Fault("6", "no blanks at the beginning or the end");
        }
        ElementType type =
                guide.dictionary().segment(segment).elements().get(element - 1).type();
        ElementType.Fault fault = type.judge(value);
        if (fault != null && FORMATS.containsKey(name)) {
            return new ElementType.Fault(fault.code(), FORMATS.get(name));
        }
        boolean padded = PADDED.contains(name) && value.length() < type.minimum();
        return padded ? null : fault;
    }

    private static String name(String segment, int element) {
        return segment + (element < 10 ? "0" : "") + element;
    }

    private void report(String segment, int element, String value, String field, ElementType.Fault fault) {
        if (fault != null) {
            Place place = new Place("", "", "", 0, segment, "", element, 0);
            String words = name(segment, element) + ": expected " + fault.expected();
            String pointer = "/" + Envelope.FIELD + "/" + field;
            issues.add(Issue.error("IK403:" + fault.code(), words, place, pointer, value));
        }
    }
}
