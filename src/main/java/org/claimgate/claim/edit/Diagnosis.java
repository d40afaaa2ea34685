package org.claimgate.claim.edit;

import java.time.LocalDate;

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

    /** The first of the days that it is judged by: of a stay the last of the statement alone; null where none is known. */
    public LocalDate firstDay() {
        return claim.isInpatient() ? lastDay() : claim.firstDay();
    }

    /** The last of the days that it is judged by; null where none is known. */
    public LocalDate lastDay() {
        return claim.isInpatient() ? claim.statementEnd().date() : claim.lastDay();
    }

    public Field presentOnAdmission() {
        return part.field("presentOnAdmissionIndicator");
    }

    public boolean is(Role other) {
        return role == other;
    }
}
