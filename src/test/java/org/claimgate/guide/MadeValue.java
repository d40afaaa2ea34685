package org.claimgate.guide;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes up values that a place of a guide allows. */
final class MadeValue {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";
    private static final String INNER = LETTERS + DIGITS + "abcxyz   .,-/()&'\"\\_?=+";
    private static final int USUAL_LENGTH = 12;
    private static final int ATTEMPTS = 500;

    private final Random random;

    MadeValue(Random random) {
        this.random = random;
    }

    /** A value that the place allows without any remark. */
    String of(Allowed allowed) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String candidate = candidate(allowed, attempt);
            if (allowed.judgeReceived(candidate) == null) {
                return candidate;
            }
        }
        throw new AssertionError("no value found for data element " + allowed.type());
    }

    private String candidate(Allowed allowed, int attempt) {
        if (!allowed.codes().isAny()) {
            return pick(List.copyOf(allowed.codes().codes()));
        }
        ElementType type = allowed.type();
        return switch (type.kind()) {
            case DT -> type.maximum() >= 8 ? date() : date().substring(2);
            case TM -> type.maximum() >= 6 && random.nextBoolean() ? time() + "30" : time();
            case N0, N2 -> characters(DIGITS, length(type));
            case R -> amount(type);
            case ID -> characters(LETTERS + DIGITS, length(type));
            case AN, B -> text(type, attempt);
        };
    }

    private String text(ElementType type, int attempt) {
        return switch (attempt % 5) {
            case 0 -> words(length(type));
            case 1 -> characters(DIGITS, length(type));
            case 2 -> nationalProvider();
            case 3 -> characters(LETTERS, 1) + characters(DIGITS, 2);
            default -> characters(LETTERS + DIGITS, length(type));
        };
    }

    private String words(int length) {
        String ends = LETTERS + DIGITS;
        return length < 3
                ? characters(ends, length)
                : characters(ends, 1) + characters(INNER, length - 2) + characters(ends, 1);
    }

    private String amount(ElementType type) {
        String whole = characters("123456789", 1 + random.nextInt(Math.min(5, Math.max(1, type.maximum() - 2))));
        return random.nextBoolean() || whole.length() + 2 > type.maximum() ? whole : whole + "." + two(1, 99);
    }

    /** A National Provider Identifier: its tenth digit checks the others, behind the prefix 80840. */
    private String nationalProvider() {
        String digits = "1" + characters(DIGITS, 8);
        for (char check = '0'; check < '9'; check++) {
            if (isChecked(digits + check)) {
                return digits + check;
            }
        }
        return digits + '9';
    }

    private static boolean isChecked(String identifier) {
        int sum = 24;
        for (int i = 0; i < identifier.length(); i++) {
            int digit = identifier.charAt(i) - '0';
            int weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted / 10 + weighted % 10;
        }
        return sum % 10 == 0;
    }

    /** What a format qualifier (data element 1250) asks for; null for one that asks for nothing. */
    String ofFormat(String format) {
        return switch (format) {
            case "D8" -> date();
            case "D6" -> date().substring(2);
            case "TM" -> time();
            case "DT" -> date() + time();
            case "RD8" -> date() + "-" + date();
            default -> null;
        };
    }

    private String date() {
        return "20" + two(10, 26) + two(1, 12) + two(1, 28);
    }

    private String time() {
        return two(0, 23) + two(0, 59);
    }

    private String two(int least, int most) {
        return String.format(Locale.ROOT, "%02d", least + random.nextInt(most - least + 1));
    }

    private int length(ElementType type) {
        int most = random.nextInt(20) == 0 ? type.maximum() : Math.min(type.maximum(), USUAL_LENGTH);
        int longest = Math.max(type.minimum(), Math.min(most, 400));
        return type.minimum() + random.nextInt(longest - type.minimum() + 1);
    }

    private String characters(String from, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(from.charAt(random.nextInt(from.length())));
        }
        return text.toString();
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
