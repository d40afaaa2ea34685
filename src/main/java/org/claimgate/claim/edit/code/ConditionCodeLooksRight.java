package org.claimgate.claim.edit.code;

import java.util.stream.Stream;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        id = "2300.HI-BG.010",
        snip = Snip.CODES,
        status = "A7:460",
        field = {
            "/claimInformation/conditionInformation/*/conditionCodes/*",
            "/claimInformation/conditionCodesList/*/conditionCode"
        },
        message = "a condition code: two capital letters or digits",
        source = "NUBC, condition codes")
public final class ConditionCodeLooksRight implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Stream<Field> ofProfessional = claim.information().items("conditionInformation").stream()
                .flatMap(conditions -> conditions.texts("conditionCodes").stream());
        Stream<Field> ofInstitutional = claim.information().items("conditionCodesList").stream()
                .map(condition -> condition.field("conditionCode"));
        Stream.concat(ofProfessional, ofInstitutional)
                .filter(code -> code.differsFrom(Formats.TWO_CHARACTERS))
                .forEach(report::at);
    }
}
