package org.claimgate.x12;

import java.util.Set;
import org.claimgate.x12.Fault.Level;

/** What the elements of the envelope's segments must look like. Each violation is one non-fatal fault. */
final class HeaderChecks {

    private final Delimiters delimiters;
    private final Report report;

    HeaderChecks(Delimiters delimiters, Report report) {
        this.delimiters = delimiters;
        this.report = report;
    }

    /** Receives a code of the level's acknowledgment and words. */
    interface Report {
        void add(Level level, String code, String message);
    }

    void interchange(Segment isa) {
        information(isa, 1, "authorization");
        information(isa, 3, "security");
        party(isa, 5, "sender");
        party(isa, 7, "receiver");
        if (!Dates.isShortDate(isa.text(9))) {
            isa(9, "is no date; YYMMDD expected");
        }
        if (isa.text(10).length() != 4 || !Dates.isTime(isa.text(10), 0)) {
            isa(10, "is no time; HHMM expected");
        }
        if (delimiters.repetition() == 0 && !isa.text(11).equals("U")) {
            isa(11, "cannot be the repetition separator; it must differ from the other separators, letters and digits");
        }
        version(isa.text(12));
        if (!HeaderCodes.isDigits(isa.text(13))) {
            isa(13, "is no control number; nine digits expected");
        }
        oneOf(isa, 14, HeaderCodes.ACKNOWLEDGMENT_REQUESTED, "0, 1");
        oneOf(isa, 15, HeaderCodes.USAGE_INDICATORS, "P, T, I");
    }

    void group(Segment gs) {
        String identifier = gs.text(1).trim();
        if (identifier.length() != 2 || !alphanumeric(identifier)) {
            report.add(Level.GROUP, "1", "GS01 is no functional identifier; two letters expected");
        }
        application(gs, 2, "sender");
        application(gs, 3, "receiver");
        if (!Dates.isDate(gs.text(4))) {
            gs("GS04 is no date; CCYYMMDD expected");
        }
        if (!Dates.isTime(gs.text(5), 0)) {
            gs("GS05 is no time; HHMM, HHMMSS or HHMMSSDD expected");
        }
        if (!isGroupNumber(gs.text(6))) {
            report.add(Level.GROUP, "6", "GS06 is no control number; one to nine digits expected");
        }
        if (!HeaderCodes.RESPONSIBLE_AGENCIES.contains(gs.text(7).trim())) {
            gs("GS07 is not one of X, T");
        }
        String version = gs.text(8).trim();
        if (version.isEmpty()) {
            report.add(Level.GROUP, "2", "GS08 is empty; the version of an implementation guide was expected");
        } else if (version.length() > 12 || !plain(version)) {
            report.add(Level.GROUP, "2", "GS08 is no version of an implementation guide");
        }
        if (overfull(gs, 8)) {
            gs("GS has more than eight elements");
        }
    }

    void set(Segment st, String version) {
        String identifier = st.text(1).trim();
        if (identifier.length() != 3 || !alphanumeric(identifier)) {
            report.add(Level.SET, "6", "ST01 is no transaction set identifier; three characters expected");
        }
        if (!isSetNumber(st.text(2))) {
            report.add(Level.SET, "7", "ST02 is no control number; four to nine characters expected");
        }
        String reference = st.text(3).trim();
        if (!HeaderCodes.agree(reference, version)) {
            report.add(Level.SET, "I6", "ST03 names another implementation guide than GS08");
        } else if (reference.length() > 35 || !plain(reference)) {
            report.add(Level.SET, "19", "ST03 is no reference of an implementation guide");
        }
        if (overfull(st, 3)) {
            report.add(Level.SEGMENT, "8", "ST has more than three elements");
        }
    }

    /** Whether GS06 can be a control number. */
    static boolean isGroupNumber(String text) {
        String number = text.trim();
        return number.length() <= 9 && HeaderCodes.isDigits(number);
    }

    /** The same of ST02. */
    boolean isSetNumber(String text) {
        String number = text.trim();
        return number.length() >= 4 && number.length() <= 9 && plain(number);
    }

    /** SE, GE or IEA: a count and a control number, nothing behind them. */
    void trailer(Segment trailer, Level level, String code) {
        if (overfull(trailer, 2)) {
            report.add(level, code, trailer.id() + " has more than two elements");
        }
    }

    private void information(Segment isa, int element, String name) {
        String qualifier = isa.text(element);
        if (!HeaderCodes.isInformationQualifier(qualifier)) {
            isa(element, "is no " + name + " qualifier; 00 to 08 expected");
        } else if (!qualifier.equals("00") && isa.text(element + 1).isBlank()) {
            isa(element + 1, "is blank; the " + name + " information was expected");
        }
        fixed(isa, element + 1);
    }

    private void party(Segment isa, int element, String name) {
        String qualifier = isa.text(element);
        if (!HeaderCodes.isPartyQualifier(qualifier)) {
            isa(element, "is no qualifier of a " + name + " identifier");
        }
        if (isa.text(element + 1).isBlank()) {
            isa(element + 1, "is blank; the " + name + " identifier was expected");
        }
        fixed(isa, element + 1);
    }

    private void fixed(Segment isa, int element) {
        if (!plain(isa.text(element))) {
            isa(element, "holds a separator or a character beyond ASCII");
        }
    }

    private void version(String version) {
        if (!version.startsWith("00") || !HeaderCodes.isDigits(version)) {
            isa(12, "is no interchange version; " + HeaderCodes.VERSION + " expected");
        } else if (!version.equals(HeaderCodes.VERSION)) {
            report.add(
                    Level.INTERCHANGE,
                    "003",
                    "ISA12 names a version that is not supported; " + HeaderCodes.VERSION + " expected");
        }
    }

    private void oneOf(Segment isa, int element, Set<String> codes, String inWords) {
        if (!codes.contains(isa.text(element))) {
            isa(element, "is not one of " + inWords);
        }
    }

    private void application(Segment gs, int element, String name) {
        String code = gs.text(element).trim();
        if (code.length() < 2 || code.length() > 15 || !plain(code)) {
            gs("GS0" + element + " is no application " + name + " code; 2 to 15 characters expected");
        }
    }

    private void isa(int element, String message) {
        report.add(Level.INTERCHANGE, IsaLayout.code(element), String.format("ISA%02d %s", element, message));
    }

    /** AK905 has no code for most of a GS; the TA1 has one. */
    private void gs(String message) {
        report.add(Level.INTERCHANGE, "024", message);
    }

    /** No separator and nothing beyond ASCII; control characters are told where the segment is read. */
    private boolean plain(String text) {
        return text.chars()
                .allMatch(
                        c -> c < 0x7F && c != (delimiters.component() & 0xFF) && c != (delimiters.repetition() & 0xFF));
    }

    private static boolean alphanumeric(String text) {
        return text.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
    }

    private static boolean overfull(Segment segment, int elements) {
        for (int element = elements + 1; element <= segment.elements(); element++) {
            if (segment.has(element)) {
                return true;
            }
        }
        return false;
    }
}
