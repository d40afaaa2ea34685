package org.claimgate.claim.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A canonical claim as the rules read it. Fields may be missing or of a wrong type. Not safe for concurrent use. */
public final class Claim {

    private final Kind kind;
    private final CodeSets codes;
    private final LocalDate today;
    private final boolean served;
    private final Part document;
    private final Part information;
    private final List<Line> lines;
    private final List<OtherPayer> otherPayers;
    private List<Diagnosis> diagnoses;
    private Map<String, List<Adjudication>> adjudications;
    private Set<String> otherPayerIds;
    private List<LocalDate> days;

    /** @param served whether a partner of ours takes claims to its payer */
    Claim(ObjectNode document, Kind kind, CodeSets codes, LocalDate today, boolean served) {
        this.kind = kind;
        this.codes = codes;
        this.today = today;
        this.served = served;
        this.document = Part.document(document);
        this.information = this.document.part("claimInformation");
        this.lines = information.items("serviceLines").stream()
                .map(item -> Line.of(this, item))
                .toList();
        this.otherPayers = information.items("otherSubscriberInformation").stream()
                .map(item -> new OtherPayer(this, item))
                .toList();
    }

    public Kind kind() {
        return kind;
    }

    public boolean isInstitutional() {
        return kind == Kind.INSTITUTIONAL;
    }

    public LocalDate today() {
        return today;
    }

    public CodeSets codes() {
        return codes;
    }

    /** Whether a partner of ours takes claims to its payer. */
    public boolean isServed() {
        return served;
    }

    public Part document() {
        return document;
    }

    /** The claim's own fields, {@code claimInformation}. */
    public Part information() {
        return information;
    }

    public Field field(String name) {
        return information.field(name);
    }

    /** 2010BB NM109. */
    public Field payerId() {
        return document.field("tradingPartnerServiceId");
    }

    public List<Line> lines() {
        return lines;
    }

    public List<OtherPayer> otherPayers() {
        return otherPayers;
    }

    /** CLM02. */
    public Field charge() {
        return field("claimChargeAmount");
    }

    /** CLM05-1: the place of service of a professional claim, the first two digits of the type of bill of an institutional one. */
    public Field facility() {
        return field("placeOfServiceCode");
    }

    /** CLM05-3. */
    public Field frequency() {
        return field("claimFrequencyCode");
    }

    /** SBR09. */
    public Field filing() {
        return field("claimFilingCode");
    }

    /** An institutional claim of one of these types of bill, by their first two digits. */
    public boolean isBill(String... facilities) {
        return isInstitutional() && facility().is(facilities);
    }

    /** A bill of a stay in a hospital: 11x. */
    public boolean isHospitalInpatient() {
        return isBill("11");
    }

    /** A bill of a stay, in a hospital, swing bed, skilled nursing facility or religious institution: 11x, 18x, 21x, 41x. */
    public boolean isInpatient() {
        return isBill("11", "18", "21", "41");
    }

    /** CL1 of an institutional claim. */
    public Part admission() {
        return information.part("claimCodeInformation");
    }

    public Part dates() {
        return information.part("claimDateInformation");
    }

    public Field statementBegin() {
        return dates().field("statementBeginDate");
    }

    public Field statementEnd() {
        return dates().field("statementEndDate");
    }

    /** Numbers and attachments of the claim. */
    public Part supplement() {
        return information.part("claimSupplementalInformation");
    }

    /** The payer is Medicare, Part A or B. */
    public boolean isMedicare() {
        return filing().is("MA", "MB");
    }

    public Party party(ClaimLoop loop) {
        if (loop == ClaimLoop.SERVICE_FACILITY) {
            return new Party(this, loop, information.part("serviceFacilityLocation"));
        }
        return new Party(this, loop, document.part(loop.path().substring(1)));
    }

    public Part subscriber() {
        return document.part("subscriber");
    }

    /** The dependent, or the subscriber where there is none. */
    public Party patient() {
        Party dependent = party(ClaimLoop.PATIENT);
        return dependent.isThere() ? dependent : party(ClaimLoop.SUBSCRIBER);
    }

    /** The first day of service; null where none is known. */
    public LocalDate firstDay() {
        return days().isEmpty() ? null : days().get(0);
    }

    /** The last day of service; null where none is known. */
    public LocalDate lastDay() {
        return days().isEmpty() ? null : days().get(days().size() - 1);
    }

    private List<LocalDate> days() {
        if (days == null) {
            Stream<Field> ofLines = lines.stream().flatMap(line -> Stream.of(line.begin(), line.end()));
            days = Stream.concat(Stream.of(statementBegin(), statementEnd()), ofLines)
                    .map(Field::date)
                    .filter(Objects::nonNull)
                    .sorted()
                    .toList();
        }
        return days;
    }

    /** What the other payer of an id decided of the lines. */
    List<Adjudication> adjudicationsOf(Field payerId) {
        if (adjudications == null) {
            adjudications = lines.stream()
                    .flatMap(line -> line.adjudications().stream())
                    .filter(adjudication -> adjudication.payerId().isThere())
                    .collect(Collectors.groupingBy(
                            adjudication -> adjudication.payerId().text()));
        }
        return adjudications.getOrDefault(payerId.text(), List.of());
    }

    /** Whether one of the other payers has that id. */
    public boolean hasOtherPayer(Field payerId) {
        if (otherPayerIds == null) {
            otherPayerIds =
                    otherPayers.stream().map(payer -> payer.payerId().text()).collect(Collectors.toSet());
        }
        return payerId.isThere() && otherPayerIds.contains(payerId.text());
    }

    /** In the order of the claim. */
    public List<Diagnosis> diagnoses() {
        if (diagnoses == null) {
            diagnoses = isInstitutional() ? institutionalDiagnoses() : professionalDiagnoses();
        }
        return diagnoses;
    }

    private List<Diagnosis> professionalDiagnoses() {
        List<Diagnosis> all = new ArrayList<>();
        for (Part item : information.items("healthCareCodeInformation")) {
            Diagnosis.Role role = all.isEmpty() ? Diagnosis.Role.PRINCIPAL : Diagnosis.Role.OTHER;
            all.add(new Diagnosis(this, role, item, item.field("diagnosisCode")));
        }
        return all;
    }

    private List<Diagnosis> institutionalDiagnoses() {
        List<Diagnosis> all = new ArrayList<>();
        add(all, Diagnosis.Role.PRINCIPAL, information.part("principalDiagnosis"), "principalDiagnosisCode");
        add(all, Diagnosis.Role.ADMITTING, information.part("admittingDiagnosis"), "admittingDiagnosisCode");
        information
                .items("patientReasonForVisits")
                .forEach(item -> add(all, Diagnosis.Role.REASON_FOR_VISIT, item, "patientReasonForVisitCode"));
        information
                .items("externalCauseOfInjuries")
                .forEach(item -> add(all, Diagnosis.Role.EXTERNAL_CAUSE, item, "externalCauseOfInjury"));
        information
                .items("otherDiagnosisInformationList")
                .forEach(item -> add(all, Diagnosis.Role.OTHER, item, "otherDiagnosisCode"));
        return all;
    }

    private void add(List<Diagnosis> all, Diagnosis.Role role, Part part, String code) {
        if (part.isThere()) {
            all.add(new Diagnosis(this, role, part, part.field(code)));
        }
    }
}
