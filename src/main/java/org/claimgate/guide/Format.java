package org.claimgate.guide;

import java.util.Locale;
import org.claimgate.guide.ElementType.Fault;

/**
 * What values look like beyond their type, where the makers of a code or number say so. Judged of files that come in; claims
 * have edits of their own for it.
 */
enum Format {
    /** Nothing is said. */
    ANY(null),
    /** {@link Npi}. */
    NPI(new Fault("I12", "an NPI: ten digits, the last one a check digit", true)),
    /** The ZIP code of a provider has nine digits. A postal code with other characters is that of another country. */
    ZIP9(new Fault("I12", "a ZIP code of nine digits", true)),
    /** Claim adjustment reason code: digits, behind one letter in some. */
    REASON(new Fault("I12", "an adjustment reason code, such as 45 or A1")),
    /** Remittance advice remark code, or a reject code of the pharmacies. */
    REMARK(new Fault("I12", "a remark code, such as M15, MA130 or N362")),
    /** An ICD code: its decimal point is implied, and not sent. */
    ICD(new Fault("I12", "an ICD code: letters and digits, without its point", true)),
    /** Money has cents and no more. */
    MONEY(new Fault("I12", "at most two decimals"));

    private static final String MONETARY_AMOUNT = "782";

    private final Fault fault;

    Format(Fault fault) {
        this.fault = fault;
    }

    /** Null for a name that is no format's. */
    static Format of(String name) {
        for (Format format : values()) {
            if (format != ANY && format.name().toLowerCase(Locale.ROOT).equals(name)) {
                return format;
            }
        }
        return null;
    }

    /** What goes without saying for a data element. */
    static Format usual(ElementType type) {
        return type.dataElement().equals(MONETARY_AMOUNT) ? MONEY : ANY;
    }

    /** Judges a value that is of its type; null for nothing to complain of. */
    Fault judge(CharSequence value) {
        boolean good =
                switch (this) {
                    case ANY -> true;
                    case NPI -> Npi.isValid(value);
                    case ZIP9 -> value.length() == 9 || !isDigits(value, 0);
                    case REASON -> isReason(value);
                    case REMARK -> isRemark(value);
                    case ICD -> isPlain(value);
                    case MONEY -> decimals(value) <= 2;
                };
        return good ? null : fault;
    }

    private static boolean isReason(CharSequence value) {
        int letters = letters(value);
        int digits = value.length() - letters;
        return letters <= 1 && digits >= 1 && digits <= 3 && isDigits(value, letters);
    }

    private static boolean isRemark(CharSequence value) {
        int letters = letters(value);
        boolean pharmacy = value.length() <= 3;
        return pharmacy || (letters >= 1 && letters <= 2 && isDigits(value, letters));
    }

    private static boolean isPlain(CharSequence value) {
        for (int i = 0; i < value.length(); i++) {
            if (!Character.isLetterOrDigit(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** How many capital letters a value begins with. */
    private static int letters(CharSequence value) {
        int letters = 0;
        while (letters < value.length() && value.charAt(letters) >= 'A' && value.charAt(letters) <= 'Z') {
            letters++;
        }
        return letters;
    }

    private static boolean isDigits(CharSequence value, int from) {
        for (int i = from; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int decimals(CharSequence value) {
        for (int i = value.length() - 1; i >= 0; i--) {
            if (value.charAt(i) == '.') {
                return value.length() - 1 - i;
            }
        }
        return 0;
    }
}
