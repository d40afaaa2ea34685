package org.claimgate.claim.edit.code;

import java.util.regex.Pattern;
import org.claimgate.claim.edit.Diagnosis;

/** What codes and numbers look like that several rules ask for. */
final class Formats {

    static final Pattern TAXONOMY = Pattern.compile("\\d{3}[0-9A-Z]{6}[NXY]");
    static final Pattern NINE_DIGITS = Pattern.compile("\\d{9}");
    static final Pattern TWO_DIGITS = Pattern.compile("\\d{2}");
    static final Pattern TWO_CHARACTERS = Pattern.compile("[0-9A-Z]{2}");

    /** Each place with its own alphabet, in which S, L, O, I, B and Z have no place. */
    static final Pattern MEDICARE_ID =
            Pattern.compile("[1-9][A-Z][0-9A-Z]\\d[A-Z][0-9A-Z]\\d[A-Z]{2}\\d{2}".replace("A-Z", "AC-HJKMNP-RT-Y"));

    private static final Pattern ICD_10 = Pattern.compile("[A-Z][0-9A-Z]{2,6}");
    private static final Pattern ICD_9 = Pattern.compile("[0-9V]\\d{2}\\d{0,2}|E\\d{3}\\d?");

    /** What the code of a diagnosis looks like by its qualifier. */
    static Pattern icd(Diagnosis diagnosis) {
        return diagnosis.isIcd10() ? ICD_10 : ICD_9;
    }

    private Formats() {}
}
