package org.claimgate.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a claim that is to be rejected wants to hear. It says so in its note (NTE*ADD), as docs/sandbox.md has it:
 * {@code 277CA A8-562-85 A8-128-85}, {@code 277CA LINE 2 A7-507}, {@code 999 7 /billing/npi}.
 *
 * @param statuses up to three, one message; empty for no wish
 * @param line the service line that they are about, from 1; 0 for the claim
 * @param elementError IK403; empty for no wish
 * @param field end of the JSON pointer of the field that the error is at
 */
record Wish(List<Status> statuses, int line, String elementError, String field) {

    private static final Pattern OF_277CA =
            Pattern.compile("277CA(?: LINE (\\d{1,3}))?((?: \\w{2,4}-\\d{1,3}(?:-\\w{2,3})?){1,3})");
    private static final Pattern OF_999 = Pattern.compile("999 (\\w{1,3}) (/[\\w/]+)");

    /** Category, status and entity of a claim status; the entity is "" for none. */
    record Status(String category, String status, String entity) {

        static Status of(String text) {
            String[] parts = text.split("-", 3);
            return new Status(parts[0], parts[1], parts.length > 2 ? parts[2] : "");
        }
    }

    Wish {
        statuses = List.copyOf(statuses);
    }

    /** A note that says something else is no wish. */
    static Wish of(Claim claim) {
        String note = claim.text("/claimInformation/claimNote/additionalInformation")
                + claim.text("/claimInformation/billingNote");
        Matcher statuses = OF_277CA.matcher(note);
        if (statuses.matches()) {
            List<Status> asked = new ArrayList<>();
            for (String status : statuses.group(2).strip().split(" ")) {
                asked.add(Status.of(status));
            }
            int line = statuses.group(1) == null ? 0 : Integer.parseInt(statuses.group(1));
            return new Wish(asked, line, "", "");
        }
        Matcher error = OF_999.matcher(note);
        return error.matches()
                ? new Wish(List.of(), 0, error.group(1), error.group(2))
                : new Wish(List.of(), 0, "", "");
    }

    /** With an element error, be it another one than wished. */
    Wish orError(String usualError, String usualField) {
        return field.isEmpty() ? new Wish(statuses, line, usualError, usualField) : this;
    }

    /** The wished statuses, or else the usual ones. */
    List<Status> orElse(Status usual) {
        return statuses.isEmpty() ? List.of(usual) : statuses;
    }
}
