package org.claimgate.guide;

/** The national provider identifier: ten digits, the last the Luhn check digit of 80840 and the nine before it (ISO/IEC 7812). */
public final class Npi {

    private static final int LENGTH = 10;
    /** What the prefix 80840 adds to the Luhn sum. */
    private static final int PREFIX_SUM = 24;

    public static boolean isValid(CharSequence text) {
        if (text.length() != LENGTH) {
            return false;
        }
        int sum = PREFIX_SUM;
        for (int i = 0; i < LENGTH; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled / 10 + doubled % 10;
        }
        return sum % 10 == 0;
    }

    private Npi() {}
}
