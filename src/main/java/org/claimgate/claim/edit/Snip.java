package org.claimgate.claim.edit;

/** The types of tests that the industry counts (WEDI SNIP), from the third on: types 1 and 2 are the guide's own. */
public enum Snip {
    BALANCING(3, "Balancing", "Amounts that must add up."),
    SITUATION(4, "Situations", "What must be there, or must not, because of something else in the claim."),
    CODES(
            5,
            "Codes",
            "Numbers and codes that other bodies keep: their form, and what of their lists is in the public domain."),
    SERVICE(6, "Lines of service", "What one kind of service asks for."),
    PARTNER(7, "Partners", "What one trading partner or payer asks for.");

    private final int type;
    private final String title;
    private final String about;

    Snip(int type, String title, String about) {
        this.type = type;
        this.title = title;
        this.about = about;
    }

    /** 3 to 7. */
    public int type() {
        return type;
    }

    public String title() {
        return title;
    }

    public String about() {
        return about;
    }
}
