package org.claimgate.guide;

/**
 * One of several qualifiers and the field of its value; for a range, the field of its end as well; both null when it has no
 * name.
 *
 * @param follows whether the qualifier cannot be that of the first pair
 */
record Alternative(String qualifier, FieldPath field, FieldPath end, Allowed allowed, boolean follows) {

    void bind(Shape here, Shape document) {
        if (isNamed()) {
            field.bindValue(here, document);
        }
        if (end != null) {
            end.bindValue(here, document);
        }
    }

    boolean isNamed() {
        return field != null;
    }

    int fields() {
        return !isNamed() ? 0 : end == null ? 1 : 2;
    }

    /** Whether the whole value is there: a range needs both its ends. */
    boolean hasData(Content source) {
        return isNamed() && field.has(source) && (end == null || end.has(source));
    }

    /** Whether the value or one of its ends is there. */
    boolean hasSome(Content source) {
        return isNamed() && (field.has(source) || (end != null && end.has(source)));
    }

    /** The value as X12 has it, of a range both ends; good until the next one is asked for. */
    CharSequence value(Writing writing, Content source) {
        return end == null ? writing.value(source, field) : field.text(source) + "-" + end.text(source);
    }
}
