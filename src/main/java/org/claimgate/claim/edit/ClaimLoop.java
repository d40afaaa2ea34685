package org.claimgate.claim.edit;

import java.util.List;
import java.util.stream.Stream;

/** The loops of a claim that one rule may look at in turn: those of parties, and the two that hold adjustments. */
public enum ClaimLoop {
    SUBMITTER("1000A", "1000A", "41", "/submitter"),
    /** Where the taxonomy of the billing provider stands. */
    BILLING_LEVEL("2000A", "2000A", "85", "/billing"),
    BILLING("2010AA", "2010AA", "85", "/billing"),
    SUBSCRIBER("2010BA", "2010BA", "IL", "/subscriber"),
    PATIENT("2010CA", "2010CA", "QC", "/dependent"),
    REFERRING("2310A", "2310F", "DN", "/referring"),
    RENDERING("2310B", "2310D", "82", "/rendering"),
    SERVICE_FACILITY("2310C", "2310E", "77", "/claimInformation/serviceFacilityLocation"),
    SUPERVISING("2310D", "", "DQ", "/supervising"),
    ATTENDING("", "2310A", "71", "/attending"),
    OPERATING("", "2310B", "72", "/operatingPhysician"),
    OTHER_OPERATING("", "2310C", "ZZ", "/otherOperatingPhysician"),
    LINE_RENDERING("2420A", "2420C", "82", ClaimLoop.LINE + "renderingProvider"),
    LINE_PURCHASED("2420B", "", "QB", ClaimLoop.LINE + "purchasedServiceProvider"),
    LINE_FACILITY("2420C", "", "77", ClaimLoop.LINE + "serviceFacilityLocation"),
    LINE_SUPERVISING("2420D", "", "DQ", ClaimLoop.LINE + "supervisingProvider"),
    LINE_ORDERING("2420E", "", "DK", ClaimLoop.LINE + "orderingProvider"),
    LINE_REFERRING("2420F", "2420D", "DN", ClaimLoop.LINE + "referringProvider"),
    LINE_OPERATING("", "2420A", "72", ClaimLoop.LINE + "operatingPhysician"),
    LINE_OTHER_OPERATING("", "2420B", "ZZ", ClaimLoop.LINE + "otherOperatingPhysician"),
    OTHER_PAYER("2320", "2320", "PR", "/claimInformation/otherSubscriberInformation/*"),
    LINE_ADJUDICATION("2430", "2430", "PR", ClaimLoop.LINE + "lineAdjudicationInformation/*");

    private static final String LINE = "/claimInformation/serviceLines/*/";

    private final String professional;
    private final String institutional;
    private final String entity;
    private final String path;
    private final String nameInLine;

    ClaimLoop(String professional, String institutional, String entity, String path) {
        this.professional = professional;
        this.institutional = institutional;
        this.entity = entity;
        this.path = path;
        this.nameInLine = path.startsWith(LINE) ? path.substring(LINE.length()) : "";
    }

    /** The loop's id in the guide of a kind of claims; empty where that has no such loop. */
    public String id(Kind kind) {
        return kind == Kind.PROFESSIONAL ? professional : institutional;
    }

    /** The entity code that a claim status names it by. */
    public String entity() {
        return entity;
    }

    /** JSON pointer in the canonical claim; {@code *} for the number of a line or another subscriber. */
    public String path() {
        return path;
    }

    boolean isOfLine() {
        return !nameInLine.isEmpty();
    }

    /** The field of a service line that holds it; empty where none does. */
    String nameInLine() {
        return nameInLine;
    }

    private boolean isProvider() {
        return (compareTo(REFERRING) >= 0 && compareTo(LINE_OTHER_OPERATING) <= 0) || this == BILLING;
    }

    static List<ClaimLoop> providers() {
        return Stream.of(values()).filter(ClaimLoop::isProvider).toList();
    }
}
