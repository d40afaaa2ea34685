package org.claimgate.guide;

import java.util.Objects;

/** Whether objects of one shape say the same. */
final class Sameness {

    private Sameness() {}

    /** Whether two documents hold the same at the end of a way. */
    static boolean at(int[] way, Content one, Content other) {
        if (other.isTaken(way[0], one)) {
            return true;
        }
        Content left = one;
        Content right = other;
        for (int i = 0; i < way.length - 1; i++) {
            boolean has = left.has(way[i]);
            if (has != right.has(way[i])) {
                return has ? isNothing(left, way, i) : isNothing(right, way, i);
            }
            if (!has) {
                return true;
            }
            left = left.object(way[i]);
            right = right.object(way[i]);
        }
        return same(left, right, way[way.length - 1]);
    }

    private static boolean isNothing(Content content, int[] way, int from) {
        Content inner = content;
        for (int i = from; i < way.length - 1; i++) {
            if (!inner.has(way[i])) {
                return true;
            }
            inner = inner.object(way[i]);
        }
        return !inner.has(way[way.length - 1]);
    }

    private static boolean same(Content one, Content other, int slot) {
        if (one.has(slot) != other.has(slot)) {
            return false;
        }
        return !one.has(slot)
                || switch (one.fields[slot].kind()) {
                    case VALUE -> Scope.same(one.scope, one.value(slot), other.scope, other.value(slot));
                    case OBJECT -> ofFields(one.object(slot), other.object(slot));
                    case VALUES -> sameValues(one, other, slot);
                    case OBJECTS -> sameItems(one, other, slot);
                };
    }

    /** Whether two objects hold the same. */
    static boolean ofFields(Content one, Content other) {
        for (int slot = 0; slot < one.fields.length; slot++) {
            if (!same(one, other, slot)) {
                return false;
            }
        }
        return Objects.equals(one.kept(), other.kept());
    }

    private static boolean sameValues(Content one, Content other, int slot) {
        if (one.value(slot) != other.value(slot)) {
            return false;
        }
        for (int i = 0; i < one.count(slot); i++) {
            if (!Scope.same(one.scope, one.value(slot, i), other.scope, other.value(slot, i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameItems(Content one, Content other, int slot) {
        if (one.value(slot) != other.value(slot)) {
            return false;
        }
        for (int i = 0; i < one.count(slot); i++) {
            if (!ofFields(one.item(slot, i), other.item(slot, i))) {
                return false;
            }
        }
        return true;
    }
}
