package org.claimgate.ledger;

/** Makes text from outside fit for a column: whatever a claim or a partner writes there, storing it must not fail. */
final class Texts {

    private Texts() {}

    /** Without control characters, which PostgreSQL partly refuses, and cut to a length. Null stays null. */
    static String fit(String text, int length) {
        if (text == null || (text.length() <= length && isPlain(text))) {
            return text;
        }
        String clean = text.codePoints()
                .filter(c -> !Character.isISOControl(c) && !isSurrogate(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (clean.length() <= length) {
            return clean;
        }
        boolean splitsACharacter = Character.isHighSurrogate(clean.charAt(length - 1));
        return clean.substring(0, splitsACharacter ? length - 1 : length);
    }

    /** Whether a text may be the id of a row. */
    static boolean isId(String text) {
        return text.matches("[0-9]{1,18}");
    }

    /** Whether nothing is in it that may not be kept: most texts are so. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
