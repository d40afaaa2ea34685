package org.claimgate.claim.edit;

/** The code lists in mappings/codes/ that rules ask. */
public enum CodeSet {
    ADMISSION_TYPE("admission-type"),
    CLAIM_FREQUENCY("claim-frequency"),
    DISCHARGE_STATUS("discharge-status"),
    FACILITY_TYPE("facility-type"),
    CERTIFICATE_FORM("certificate-form"),
    /** HCPCS codes that say nothing without a description. */
    UNSPECIFIED_PROCEDURE("unspecified-procedure"),
    /** From when until when diagnoses may be used; those that always could are not in it. */
    DIAGNOSIS_PERIOD("diagnosis-period"),
    PROCEDURE_PERIOD("procedure-period"),
    PLACE_OF_SERVICE_PERIOD("place-of-service-period");

    private final String list;

    CodeSet(String list) {
        this.list = list;
    }

    /** Name of the file, without {@code .yaml}. */
    public String list() {
        return list;
    }

    boolean isOfPeriods() {
        return list.endsWith("-period");
    }
}
