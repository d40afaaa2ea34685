package org.claimgate.claim.edit;

/** A diagnosis of the claim (HI). */
public record Diagnosis(Claim claim, Role role, Part part, Field code) {

    /** What a diagnosis is to the claim. */
    public enum Role {
        PRINCIPAL,
        OTHER,
        ADMITTING,
        REASON_FOR_VISIT,
        EXTERNAL_CAUSE
    }

    public Field qualifier() {
        return part.field(claim.isInstitutional() ? "qualifierCode" : "diagnosisTypeCode");
    }

    /** By ICD-10-CM: its qualifier begins with A, as ABK does. */
    public boolean isIcd10() {
        return qualifier().startsWith("AB") || qualifier().startsWith("APR");
    }

    public Field presentOnAdmission() {
        return part.field("presentOnAdmissionIndicator");
    }

    public boolean is(Role other) {
        return role == other;
    }
}
