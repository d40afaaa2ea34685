package org.claimgate.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** What the professional vocabulary lets come in several shapes. */
final class ProfessionalForm {

    /** Pattern of the field that the form fills in by itself. */
    static final String REPEATED = "/claimInformation/serviceLines/*/durableMedicalEquipmentService/procedureCode";

    /** REF01 of the numbers that a provider of a service line may have under their own names. */
    private static final Map<String, String> NUMBERS = Map.of(
            "stateLicenseNumber", "0B", "providerUpinNumber", "1G", "commercialNumber", "G2", "locationNumber", "LU");

    private static final List<String> LINE_PROVIDERS = List.of(
            "renderingProvider",
            "purchasedServiceProvider",
            "supervisingProvider",
            "orderingProvider",
            "referringProvider");

    static void bring(Cursor top) {
        Cursor claim = top.child("claimInformation");
        claim.wrap("fileInformation", "fileInformationList");
        claim.child("claimSupplementalInformation").wrap("reportInformation", "reportInformations");
        claim.flag("homeboundIndicator", "Y", null);
        claim.flag("patientSignatureSourceCode", "P", null);
        claim.flag("pregnancyIndicator", "Y", null);
        for (Cursor other : claim.items("otherSubscriberInformation")) {
            other.flag("patientSignatureGeneratedForPatient", "P", null);
            other.child("otherPayerName").flag("otherPayerClaimAdjustmentIndicator", "Y", null);
        }
        claim.items("serviceLines").forEach(line -> bringLine(line, top));
        top.remove("ordering");
    }

    private static void bringLine(Cursor line, Cursor top) {
        JsonNode ordering = top.object().get("ordering");
        if (ordering != null && !line.has("orderingProvider")) {
            line.object().set("orderingProvider", ordering.deepCopy());
            line.pointers().move("/ordering", Pointers.child(line.pointer(), "orderingProvider"));
        }
        line.flag("hospiceEmployeeIndicator", "Y", "N");
        Cursor service = line.child("professionalService");
        for (String flag : List.of("emergencyIndicator", "epsdtIndicator", "familyPlanningIndicator")) {
            service.flag(flag, "Y", null);
        }
        service.flag("copayStatusCode", "0", null);
        rentedProcedure(line, service);
        for (String name : LINE_PROVIDERS) {
            Cursor provider = line.child(name);
            provider.remove("providerType");
            listNumbers(provider, "secondaryIdentifier");
        }
    }

    /** SV501-2 repeats SV101-2 where the claim does not give it; see {@link #REPEATED}. */
    private static void rentedProcedure(Cursor line, Cursor service) {
        Cursor equipment = line.child("durableMedicalEquipmentService");
        JsonNode procedure = service.object().get("procedureCode");
        if (procedure != null && line.has("durableMedicalEquipmentService") && !equipment.has("procedureCode")) {
            equipment.object().set("procedureCode", procedure);
            line.pointers()
                    .place(
                            line.pointers().sent(Pointers.child(service.pointer(), "procedureCode")),
                            Pointers.child(equipment.pointer(), "procedureCode"));
        }
    }

    /** Numbers under their own names become items {qualifier, identifier} of a list. */
    static void listNumbers(Cursor provider, String list) {
        NUMBERS.keySet().stream().sorted().forEach(name -> {
            JsonNode number = provider.object().remove(name);
            if (number != null) {
                ArrayNode numbers = provider.object().withArray(list);
                String item = Pointers.child(Pointers.child(provider.pointer(), list), numbers.size());
                ObjectNode added = numbers.addObject();
                added.put("qualifier", NUMBERS.get(name));
                added.set("identifier", number);
                provider.pointers().move(Pointers.child(provider.pointer(), name), item + "/identifier");
            }
        });
    }

    private ProfessionalForm() {}
}
