package org.claimgate.guide;

/**
 * What a use allows at one of its places.
 *
 * @param type the data element, with the lengths that the use allows
 * @param required whether a value must be there when what holds the place is: the segment, the composite, the array's item
 * @param format what values look like beyond their type
 */
record Allowed(ElementType type, boolean required, CodeList codes, Format format) {

    static Allowed any(ElementType type) {
        return new Allowed(type, false, CodeList.ANY, Format.usual(type));
    }

    /** What is wrong with a value that is not empty; null for nothing. */
    ElementType.Fault judge(CharSequence value) {
        ElementType.Fault fault = type.judge(value);
        if (fault == null && !codes.allows(value)) {
            return new ElementType.Fault("7", codes.expected(), codes.open());
        }
        return fault;
    }

    /** The same of a value in a file that came in. */
    ElementType.Fault judgeReceived(CharSequence value) {
        ElementType.Fault fault = judge(value);
        if (fault == null) {
            fault = format.judge(value);
        }
        return fault == null ? type.judgeBlanks(value) : fault;
    }

    Allowed codes(CodeList newCodes) {
        return new Allowed(type, required, newCodes, format);
    }

    Allowed required(boolean newRequired) {
        return required == newRequired ? this : new Allowed(type, newRequired, codes, format);
    }
}
