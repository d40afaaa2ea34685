package org.claimgate.claim;

import java.util.Set;

/**
 * Fields that the vocabulary offers for every provider or every kind of claim, although the guide has a place for them only
 * with some. A sender that fills them has made no mistake: they are left out with a warning.
 */
final class Unplaced {

    private static final Set<String> PROVIDERS = Set.of(
            "billing",
            "referring",
            "rendering",
            "ordering",
            "supervising",
            "attending",
            "operatingPhysician",
            "otherOperatingPhysician",
            "renderingProvider",
            "purchasedServiceProvider",
            "supervisingProvider",
            "orderingProvider",
            "referringProvider");

    private static final Set<String> OF_PROVIDERS = Set.of(
            "ssn",
            "employerId",
            "commercialNumber",
            "locationNumber",
            "payerIdentificationNumber",
            "employerIdentificationNumber",
            "claimOfficeNumber",
            "naic",
            "stateLicenseNumber",
            "providerUpinNumber",
            "taxonomyCode",
            "firstName",
            "lastName",
            "middleName",
            "suffix",
            "organizationName",
            "address",
            "contactInformation",
            "otherIdentifier",
            "secondaryIdentifier",
            "secondaryIdentificationQualifierCode");

    private static final Set<String> OF_CONTACTS = Set.of("faxNumber", "email");

    private static final Set<String> OF_SERVICE_FACILITIES = Set.of("phoneName", "phoneNumber", "phoneExtension");

    private static final Set<String> OF_CLAIM_PRICING =
            Set.of("productOrServiceIDQualifier", "repricedApprovedHCPCSCode");

    private static final Set<String> OF_LINES = Set.of("description", "lineSupplementInformation");

    private static final Set<String> OF_CLAIMS =
            Set.of("patientAmountPaid", "patientWeight", "conditionCodes", "deathDate", "pregnancyIndicator");

    private static final Set<String> OF_OTHER_NAMES = Set.of("otherInsuredAdditionalIdentifier", "firstName");

    static boolean isUnplaced(String object, String field) {
        String name = Pointers.name(object);
        if (name.chars().allMatch(Character::isDigit)) {
            name = Pointers.name(Pointers.parent(object));
        }
        if (PROVIDERS.contains(name)) {
            return OF_PROVIDERS.contains(field);
        }
        return switch (name) {
            case "contactInformation" -> OF_CONTACTS.contains(field);
            case "serviceFacilityLocation" -> OF_SERVICE_FACILITIES.contains(field);
            case "claimPricingInformation" -> OF_CLAIM_PRICING.contains(field);
            case "serviceLines" -> OF_LINES.contains(field);
            case "claimInformation" -> OF_CLAIMS.contains(field);
            case "otherSubscriberName", "otherPayerName" -> OF_OTHER_NAMES.contains(field);
            default -> field.equals("otherIdentifier");
        };
    }

    private Unplaced() {}
}
