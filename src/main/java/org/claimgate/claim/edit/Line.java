package org.claimgate.claim.edit;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** A service line (2400). */
public record Line(Claim claim, Part part, Part service) {

    private static final Pattern CPT = Pattern.compile("\\d{5}");

    static Line of(Claim claim, Part part) {
        String service = claim.isInstitutional() ? "institutionalService" : "professionalService";
        return new Line(claim, part, part.part(service));
    }

    /** SV102, SV203. */
    public Field charge() {
        return service.field("lineItemChargeAmount");
    }

    /** SV104, SV205. */
    public Field units() {
        return service.field("serviceUnitCount");
    }

    /** SV103, SV204. */
    public Field unit() {
        return service.field("measurementUnit");
    }

    /** SV101-2, SV202-2. */
    public Field procedure() {
        return service.field("procedureCode");
    }

    /** SV101-1, SV202-1: HC for HCPCS and CPT. */
    public Field procedureQualifier() {
        return service.field("procedureIdentifier");
    }

    public List<Field> modifiers() {
        return service.texts("procedureModifiers");
    }

    public boolean hasModifier(String code) {
        return modifiers().stream().anyMatch(modifier -> modifier.is(code));
    }

    /** SV101-7, SV202-7. */
    public Field description() {
        return service.field("description");
    }

    /** SV201. */
    public Field revenueCode() {
        return service.field("serviceLineRevenueCode");
    }

    /** SV105 of the professional line, or what holds for the claim where the line has none. */
    public Field placeOfService() {
        Field own = service.field("placeOfServiceCode");
        return own.isThere() ? own : claim.facility();
    }

    /** SV107. */
    public List<Field> diagnosisPointers() {
        return service.part("compositeDiagnosisCodePointers").texts("diagnosisCodePointers");
    }

    /** The first day (DTP*472). */
    public Field begin() {
        return part.field("serviceDate");
    }

    /** The last day, where there are several. */
    public Field end() {
        return part.field("serviceDateEnd");
    }

    /** The first day of the service; of an institutional line without one, that of the statement; null where there is none. */
    public LocalDate firstDay() {
        LocalDate day = begin().date();
        return day == null && claim.isInstitutional() ? claim.statementBegin().date() : day;
    }

    /** The last day of the service; of an institutional line without one, that of the statement; null where there is none. */
    public LocalDate lastDay() {
        LocalDate last = end().date();
        LocalDate day = last == null ? begin().date() : last;
        return day == null && claim.isInstitutional() ? claim.statementEnd().date() : day;
    }

    /** The period that a list gives a code, if that has no day of the service; null where there is nothing to say. */
    public Period periodWithout(CodeSet set, Field code) {
        return claim.codes().periodWithout(set, code, firstDay(), lastDay());
    }

    /** REF*6R. */
    public Field controlNumber() {
        return part.field(claim.isInstitutional() ? "lineItemControlNumber" : "providerControlNumber");
    }

    public Field drugCode() {
        return part.part("drugIdentification").field("nationalDrugCode");
    }

    public Field drugQuantity() {
        return part.part("drugIdentification").field("nationalDrugUnitCount");
    }

    public Party party(ClaimLoop loop) {
        return new Party(claim, loop, part.part(loop.nameInLine()));
    }

    public List<Adjudication> adjudications() {
        return part.items("lineAdjudicationInformation").stream()
                .map(item -> new Adjudication(this, item))
                .toList();
    }

    /** Whether its procedure is a code of five digits between two, both included. */
    public boolean isProcedureWithin(String first, String last) {
        Field code = procedure();
        return procedureQualifier().is("HC")
                && code.looksLike(CPT)
                && code.text().compareTo(first) >= 0
                && code.text().compareTo(last) <= 0;
    }

    /** Whether its procedure is of HCPCS or CPT and looks like that. */
    public boolean isProcedureLike(Pattern codes) {
        return procedureQualifier().is("HC") && procedure().looksLike(codes);
    }
}
