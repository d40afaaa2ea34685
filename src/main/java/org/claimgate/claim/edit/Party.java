package org.claimgate.claim.edit;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A provider, the submitter, the subscriber or the patient. */
public record Party(Claim claim, ClaimLoop loop, Part part) {

    private static final Pattern FOREIGN_STATE = Pattern.compile("AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT");

    public boolean isThere() {
        return part.isThere();
    }

    /** NM109 with XX. */
    public Field npi() {
        boolean otherName = loop == ClaimLoop.SERVICE_FACILITY && claim.isInstitutional();
        return part.field(otherName ? "identificationCode" : "npi");
    }

    public Field taxonomy() {
        return part.field("taxonomyCode");
    }

    public Field organizationName() {
        return part.field("organizationName");
    }

    public Field lastName() {
        return part.field("lastName");
    }

    public Field firstName() {
        return part.field("firstName");
    }

    public Field memberId() {
        return part.field("memberId");
    }

    public Field birthDate() {
        return part.field("dateOfBirth");
    }

    public Part address() {
        return part.part("address");
    }

    public Field zip() {
        return address().field("postalCode");
    }

    /** In the United States, as far as the address says. */
    public boolean isDomestic() {
        Field country = address().field("countryCode");
        Field state = address().field("state");
        return address().isThere() && (country.isAbsent() || country.is("US")) && !state.looksLike(FOREIGN_STATE);
    }

    public Part contact() {
        return part.part("contactInformation");
    }

    /** Numbers of another kind than the NPI that it is known by. */
    public boolean hasSecondaryNumber() {
        return Stream.of("stateLicenseNumber", "providerUpinNumber", "commercialNumber", "locationNumber")
                        .anyMatch(name -> part.field(name).isThere())
                || part.json().has("secondaryIdentifier")
                || part.json().has("referenceIdentification");
    }

    /** Names that only a person has. */
    public List<Field> namesOfAPerson() {
        return List.of(firstName(), part.field("middleName"), part.field("suffix"));
    }
}
