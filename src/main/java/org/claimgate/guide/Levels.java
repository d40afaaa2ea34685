package org.claimgate.guide;

/** What the counters of a set should be: HL01, HL02 and HL04 of its levels, and the ordinals of its loops. */
final class Levels {

    private static final int MOST_DIGITS = 9;

    private int count;
    private String before = "";

    void begin() {
        count = 0;
        before = "";
    }

    /** A level is passed over: the ones behind it are numbered on from it. */
    void skip() {
        count++;
    }

    /** What a counter of an open loop should be, null where it may be what it is. */
    String expected(Counter.Kind kind, String found, Frame current, int position) {
        Frame above = above(current);
        return switch (kind) {
            case ORDINAL -> String.valueOf(current.ordinal);
            case LEVEL -> number(found, current, above, position);
            case PARENT -> parent(found, above);
            case CHILD -> childPromise(found, current);
        };
    }

    /** What goes on from a wrong number is as good as what goes on from the right one: that number alone is the mistake. */
    private String number(String found, Frame current, Frame above, int position) {
        if (above != null) {
            above.childSeen = true;
        }
        count++;
        current.level = found;
        current.levelCounted = count;
        current.levelPosition = position;
        boolean goesOn = !found.isEmpty() && found.equals(following(before));
        before = found;
        return goesOn ? found : String.valueOf(count);
    }

    private static String following(String number) {
        boolean counts = !number.isEmpty() && number.length() <= MOST_DIGITS && number.charAt(0) != '0';
        for (int i = 0; i < number.length(); i++) {
            counts &= number.charAt(i) >= '0' && number.charAt(i) <= '9';
        }
        return counts ? String.valueOf(Integer.parseInt(number) + 1) : "";
    }

    /** The level above goes by its number, and where that is wrong by the right one too. */
    private static String parent(String found, Frame above) {
        if (above == null) {
            return "";
        }
        return found.equals(String.valueOf(above.levelCounted)) ? found : above.level;
    }

    private static String childPromise(String found, Frame current) {
        if (!found.equals("0") && !found.equals("1")) {
            return "0 or 1";
        }
        current.childPromised = found.equals("1");
        return null;
    }

    private static Frame above(Frame frame) {
        Frame around = frame.parent;
        while (around != null && around.level == null) {
            around = around.parent;
        }
        return around;
    }
}
