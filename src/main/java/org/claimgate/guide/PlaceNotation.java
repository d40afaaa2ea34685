package org.claimgate.guide;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mapping file writes at a place: {@code npi!<10><npi>}, {@code gender(F M U)}, {@code ~(A B)!},
 * {@code claimIdentifier = CH}.
 *
 * @param name a JSON field, or {@code ~} for none
 * @param required marked with {@code !}
 * @param codes text between the brackets; null for none
 * @param lengths text between the angle brackets; null for none
 * @param format name of a {@link Format} between angle brackets; null for none
 * @param whenAbsent behind the equals sign; null for none
 */
record PlaceNotation(String name, boolean required, String codes, String lengths, String format, String whenAbsent) {

    private static final Pattern SYNTAX =
            Pattern.compile("([^!(<= ]+)((?:!|\\([^)]*\\)|<\\d+(?:-\\d+)?>|<[a-z][a-z0-9]*>)*)(?: = (.+))?");
    private static final Pattern MARK = Pattern.compile("!|\\(([^)]*)\\)|<(\\d[^>]*)>|<([a-z][^>]*)>");
    private static final Pattern LIST = Pattern.compile("<([a-zA-Z][a-zA-Z0-9-]*)>");
    private static final String NAMELESS = "~";

    /** Null when the text is none. */
    static PlaceNotation parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        boolean required = false;
        String codes = null;
        String lengths = null;
        String format = null;
        Matcher mark = MARK.matcher(matcher.group(2));
        while (mark.find()) {
            required |= mark.group().equals("!");
            codes = mark.group(1) == null ? codes : mark.group(1);
            lengths = mark.group(2) == null ? lengths : mark.group(2);
            format = mark.group(3) == null ? format : mark.group(3);
        }
        return new PlaceNotation(matcher.group(1), required, codes, lengths, format, matcher.group(3));
    }

    boolean isNameless() {
        return name.equals(NAMELESS);
    }

    /**
     * What the notation says of values at a place of this type.
     *
     * @param ordinal which place of a spread this is, from 0
     */
    Allowed allowed(ElementType type, int ordinal, CodeLists lists, Node node) {
        ElementType narrowed = lengths == null ? type : narrow(type, node);
        return new Allowed(narrowed, required, codeList(narrowed, ordinal, lists, node), format(type, node));
    }

    private Format format(ElementType type, Node node) {
        if (format == null) {
            return Format.usual(type);
        }
        Format named = Format.of(format);
        if (named == null) {
            throw node.mistake("unknown format <" + format + ">");
        }
        return named;
    }

    private ElementType narrow(ElementType type, Node node) {
        String[] ends = lengths.split("-");
        int minimum = Integer.parseInt(ends[0]);
        int maximum = Integer.parseInt(ends[ends.length - 1]);
        if (minimum < type.minimum() || maximum > type.maximum() || minimum > maximum) {
            throw node.mistake("length <" + lengths + "> is not within the element's own (" + type.minimum() + "-"
                    + type.maximum() + ")");
        }
        return new ElementType(type.dataElement(), type.kind(), minimum, maximum, type.repeats());
    }

    private CodeList codeList(ElementType type, int ordinal, CodeLists lists, Node node) {
        if (codes == null || codes.isBlank()) {
            return CodeList.ANY;
        }
        String[] byPlace = codes.split(" / ");
        String text = byPlace[Math.min(ordinal, byPlace.length - 1)].trim();
        Matcher list = LIST.matcher(text);
        CodeList found = list.matches() ? lists.find(list.group(1), node) : CodeList.of(List.of(text.split("\\s+")));
        for (String code : found.codes()) {
            if (code.length() > type.maximum()) {
                throw node.mistake("code '" + code + "' is longer than its element (" + type.maximum() + ")");
            }
        }
        return found;
    }
}
