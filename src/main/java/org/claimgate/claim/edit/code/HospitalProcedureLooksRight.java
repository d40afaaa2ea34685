package org.claimgate.claim.edit.code;

import java.util.regex.Pattern;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Part;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2300.HI-BBR.010",
        snip = Snip.CODES,
        status = "A7:465",
        field = {
            "/claimInformation/principalProcedureInformation/principalProcedureCode",
            "/claimInformation/otherProcedureInformationList/*/otherProcedureCode"
        },
        message = "an ICD-10-PCS code: seven digits or capital letters without I and O",
        source = "CMS, ICD-10-PCS")
public final class HospitalProcedureLooksRight implements Check.OfClaim {

    private static final Pattern PCS = Pattern.compile("[0-9A-HJ-NP-Z]{7}");

    @Override
    public void check(Claim claim, Report report) {
        Part principal = claim.information().part("principalProcedureInformation");
        look(principal, "BBR", "principalProcedureCode", report);
        claim.information()
                .items("otherProcedureInformationList")
                .forEach(other -> look(other, "BBQ", "otherProcedureCode", report));
    }

    private static void look(Part procedure, String qualifier, String name, Report report) {
        Field code = procedure.field(name);
        if (procedure.field("qualifierCode").is(qualifier) && code.differsFrom(PCS)) {
            report.at(code);
        }
    }
}
