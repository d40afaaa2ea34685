package org.claimgate.ledger;

import java.util.Locale;

/** A patient control number as it is looked for: payers fold case, and cut long ones off. */
public final class PatientControlNumber {

    /** A shorter one must match whole; payers that cut it off keep at least so much. */
    public static final int CUT_OFF = 17;

    private PatientControlNumber() {}

    /** Null stays null. */
    static String key(String number) {
        return number == null ? null : Texts.fit(number.strip().toUpperCase(Locale.ROOT), ClaimStore.LONGEST_NUMBER);
    }

    /** Null for a number that nobody cuts off. */
    static String start(String key) {
        return key == null || key.length() < CUT_OFF ? null : key.substring(0, CUT_OFF);
    }
}
