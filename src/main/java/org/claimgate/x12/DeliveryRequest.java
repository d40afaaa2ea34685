package org.claimgate.x12;

/**
 * What X12 lets an interchange ask of a network before its first group: how urgent it is (ISB) and when it is to be delivered
 * (ISE). The health-care guides use neither.
 */
final class DeliveryRequest {

    private static final int ISB = Segment.packId("ISB");
    private static final int ISE = Segment.packId("ISE");

    /** What is wrong with a request: a TA1 note code and words. */
    record Objection(String code, String message) {}

    private DeliveryRequest() {}

    static boolean is(Segment segment) {
        return segment.packedId() == ISB || segment.packedId() == ISE;
    }

    /** The first element that is wrong, or that the guides do not have such a request at all. */
    static Objection objection(Segment segment) {
        if (segment.packedId() == ISB) {
            return segment.text(1).matches("[012]")
                    ? new Objection("024", "ISB asks for a grade of service, which the guides do not use")
                    : new Objection("031", "ISB01 is no grade of service; 0, 1 or 2 expected");
        }
        if (!Dates.isShortDate(segment.text(1))) {
            return new Objection("028", "ISE01 is no date of delivery; YYMMDD expected");
        }
        if (segment.text(2).length() != 4 || !Dates.isTime(segment.text(2), 0)) {
            return new Objection("029", "ISE02 is no time of delivery; HHMM expected");
        }
        return segment.has(3) && !segment.text(3).matches("[A-Z0-9]{2}")
                ? new Objection("030", "ISE03 is no code of a delivery time; two characters expected")
                : new Objection("024", "ISE asks to be delivered later, which the guides do not use");
    }
}
