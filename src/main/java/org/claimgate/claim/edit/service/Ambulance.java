package org.claimgate.claim.edit.service;

import java.util.regex.Pattern;

/** What is billed of ambulances. */
final class Ambulance {

    /** The trip itself, by its level, in HCPCS; not the miles. */
    static final Pattern TRIP = Pattern.compile("A04(2[6-9]|3[0-4])");

    private Ambulance() {}
}
