package org.claimgate.x12;

import java.util.Set;

/** Codes of the envelope's headers. */
public final class HeaderCodes {

    /** ISA12. */
    public static final String VERSION = "00501";

    /** ISA14. */
    public static final Set<String> ACKNOWLEDGMENT_REQUESTED = Set.of("0", "1");

    /** ISA15. */
    public static final Set<String> USAGE_INDICATORS = Set.of("P", "T", "I");

    /** GS07. */
    public static final Set<String> RESPONSIBLE_AGENCIES = Set.of("X", "T");

    private static final Set<String> PARTNER_QUALIFIERS = Set.of("AM", "NN", "NR", "SA", "SN", "ZZ");

    private HeaderCodes() {}

    /** ISA01 and ISA03: 00 to 08. */
    public static boolean isInformationQualifier(String code) {
        return isNumber(code, 0, 8);
    }

    /** ISA05 and ISA07: 01 to 38, or one in letters. */
    public static boolean isPartyQualifier(String code) {
        return isNumber(code, 1, 38) || PARTNER_QUALIFIERS.contains(code);
    }

    /** Whether there are digits and nothing else, as control numbers of interchanges and groups have them. */
    public static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether ST03 and GS08 do not name two implementation guides. */
    public static boolean agree(String reference, String version) {
        return reference.startsWith(version) || version.startsWith(reference);
    }

    private static boolean isNumber(String text, int minimum, int maximum) {
        return text.length() == 2
                && isDigits(text)
                && Integer.parseInt(text) >= minimum
                && Integer.parseInt(text) <= maximum;
    }
}
