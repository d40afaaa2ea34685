package org.claimgate.guide;

/**
 * Bad data, as a value: what is wrong, by X12's own code, and where it stands in the file and in the JSON.
 *
 * @param severity ERROR refuses the data, WARNING does not
 * @param code family and X12 code, such as {@code IK403:1} (required element missing), {@code IK304:3}, {@code TA105:001},
 *     {@code AK905:5}, {@code IK502:4}; {@code JSON:type}, {@code JSON:unknown}, … for JSON that is no claim;
 *     {@code EDIT:<id>} for an edit
 * @param message what was expected, in words, without the offending value
 * @param place where in the interchange; {@link Place#NOWHERE} for an issue of JSON alone
 * @param pointer JSON pointer of the field to fix; empty where there is none
 * @param value the offending value: may be PHI, for the sender's eyes only and never for logs; null where there is none
 * @param trigger what else is there and makes it wrong, such as the qualifier of a value that is missing; null for nothing
 * @param fix what to do; null where the message says all
 */
public record Issue(
        Severity severity,
        String code,
        String message,
        Place place,
        String pointer,
        String value,
        Place trigger,
        String fix) {

    /** Whether an issue refuses the data. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** An issue that is one whatever else is there. */
    public Issue(Severity severity, String code, String message, Place place, String pointer, String value) {
        this(severity, code, message, place, pointer, value, null, null);
    }

    public static Issue error(String code, String message, Place place, String pointer, String value) {
        return new Issue(Severity.ERROR, code, message, place, pointer, value);
    }

    public static Issue warning(String code, String message, Place place, String pointer, String value) {
        return new Issue(Severity.WARNING, code, message, place, pointer, value);
    }

    /** The same, wrong because of what stands at another place; null for nothing. */
    public Issue triggeredBy(Place other) {
        return new Issue(severity, code, message, place, pointer, value, other, fix);
    }

    /** The same at another place, found by another pointer. */
    public Issue at(Place otherPlace, String otherPointer) {
        return new Issue(severity, code, message, otherPlace, otherPointer, value, trigger, fix);
    }

    /** The same as a warning. */
    public Issue doubted() {
        return new Issue(Severity.WARNING, code, message, place, pointer, value, trigger, fix);
    }

    /** The same with what to do; null for nothing. */
    public Issue withFix(String what) {
        return new Issue(severity, code, message, place, pointer, value, trigger, what);
    }

    /** The same, with another pointer to the field. */
    public Issue at(String newPointer) {
        return at(place, newPointer);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
