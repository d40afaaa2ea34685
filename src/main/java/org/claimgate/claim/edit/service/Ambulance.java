package org.claimgate.claim.edit.service;

import java.util.regex.Pattern;
import org.claimgate.claim.edit.Line;

/** What is billed of ambulances. */
final class Ambulance {

    /** The trip itself, by its level, in HCPCS; not the miles. */
    private static final Pattern TRIP = Pattern.compile("A04(2[6-9]|3[0-4])");

    /** A trip that a patient was taken on: with modifier QL the patient had died before. */
    static boolean isTransport(Line line) {
        return line.isProcedureLike(TRIP) && !line.hasModifier("QL");
    }

    private Ambulance() {}
}
