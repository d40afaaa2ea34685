package org.claimgate.x12;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import org.claimgate.x12.Fault.Level;

/** What the fields of ISA, GS and ST must look like. Each violation is one non-fatal fault. */
final class HeaderChecks {

    private static final Set<String> PARTNER_QUALIFIERS = Set.of("AM", "NN", "NR", "SA", "SN", "ZZ");

    private HeaderChecks() {}

    /** Receives a code of the level's acknowledgment and words. */
    interface Report {
        void add(Level level, String code, String message);
    }

    static void interchange(Segment isa, Delimiters delimiters, Report report) {
        if (!number(isa.text(1), 0, 8)) {
            isa(report, 1, "is no authorization qualifier; 00 to 08 expected");
        }
        if (!number(isa.text(3), 0, 8)) {
            isa(report, 3, "is no security qualifier; 00 to 08 expected");
        }
        party(isa, 5, "sender", report);
        party(isa, 7, "receiver", report);
        if (!date(isa.text(9))) {
            isa(report, 9, "is no date; YYMMDD expected");
        }
        if (!time(isa.text(10))) {
            isa(report, 10, "is no time; HHMM expected");
        }
        if (delimiters.repetition() == 0 && !isa.text(11).equals("U")) {
            isa(
                    report,
                    11,
                    "cannot be the repetition separator; it must differ from the other separators, letters and"
                            + " digits");
        }
        if (!isa.text(12).startsWith("00") || !digits(isa.text(12))) {
            isa(report, 12, "is no interchange version; 00501 expected");
        }
        if (!digits(isa.text(13))) {
            isa(report, 13, "is no control number; nine digits expected");
        }
        oneOf(isa, 14, "01", report);
        oneOf(isa, 15, "PTI", report);
    }

    static void group(FunctionalGroup group, Report report) {
        String number = group.controlNumber();
        if (number.length() > 9 || !digits(number)) {
            report.add(Level.GROUP, "6", "GS06 is no control number; one to nine digits expected");
        }
        if (group.version().isEmpty()) {
            report.add(Level.GROUP, "2", "GS08 is empty; the version of an implementation guide was expected");
        }
    }

    static void set(TransactionSet set, FunctionalGroup group, Report report) {
        if (set.identifier().length() != 3) {
            report.add(Level.SET, "6", "ST01 is no transaction set identifier; three characters expected");
        }
        int length = set.controlNumber().length();
        if (length < 4 || length > 9) {
            report.add(Level.SET, "7", "ST02 is no control number; four to nine characters expected");
        }
        String reference = set.implementationReference();
        String version = group.version();
        if (reference != null && !reference.startsWith(version) && !version.startsWith(reference)) {
            report.add(Level.SET, "I6", "ST03 names another implementation guide than GS08");
        }
    }

    static boolean digits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static void party(Segment isa, int element, String name, Report report) {
        String qualifier = isa.text(element);
        if (!number(qualifier, 1, 38) && !PARTNER_QUALIFIERS.contains(qualifier)) {
            isa(report, element, "is no qualifier of a " + name + " identifier");
        }
        if (isa.text(element + 1).isBlank()) {
            isa(report, element + 1, "is blank; the " + name + " identifier was expected");
        }
    }

    private static void oneOf(Segment isa, int element, String codes, Report report) {
        if (!codes.contains(isa.text(element))) {
            isa(report, element, "is not one of " + String.join(", ", codes.split("")));
        }
    }

    private static void isa(Report report, int element, String message) {
        report.add(Level.INTERCHANGE, IsaLayout.code(element), String.format("ISA%02d %s", element, message));
    }

    private static boolean number(String text, int minimum, int maximum) {
        return text.length() == 2
                && digits(text)
                && Integer.parseInt(text) >= minimum
                && Integer.parseInt(text) <= maximum;
    }

    private static boolean date(String text) {
        if (text.length() != 6 || !digits(text)) {
            return false;
        }
        int value = Integer.parseInt(text);
        try {
            return LocalDate.of(2000 + value / 10_000, value / 100 % 100, value % 100) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean time(String text) {
        if (text.length() != 4 || !digits(text)) {
            return false;
        }
        int value = Integer.parseInt(text);
        return value / 100 < 24 && value % 100 < 60;
    }
}
