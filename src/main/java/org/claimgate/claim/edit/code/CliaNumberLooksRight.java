package org.claimgate.claim.edit.code;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2300.REF-X4.010",
        snip = Snip.CODES,
        status = "A7:544",
        field = {
            "/claimInformation/claimSupplementalInformation/cliaNumber",
            "/claimInformation/serviceLines/*/serviceLineReferenceInformation/clinicalLaboratoryImprovementAmendmentNumber",
            "/claimInformation/serviceLines/*/serviceLineReferenceInformation/referringCliaNumber"
        },
        message = "a CLIA number: two digits, D and seven digits",
        fix = "Take it from the laboratory's CLIA certificate.",
        source = "CMS, Clinical Laboratory Improvement Amendments")
public final class CliaNumberLooksRight implements Check.OfClaim {

    private static final Pattern CLIA = Pattern.compile("\\d{2}D\\d{7}");

    @Override
    public void check(Claim claim, Report report) {
        Stream<Field> ofLines = claim.lines().stream()
                .map(line -> line.part().part("serviceLineReferenceInformation"))
                .flatMap(numbers -> Stream.of(
                        numbers.field("clinicalLaboratoryImprovementAmendmentNumber"),
                        numbers.field("referringCliaNumber")));
        Stream.concat(Stream.of(claim.supplement().field("cliaNumber")), ofLines)
                .filter(number -> number.differsFrom(CLIA))
                .forEach(report::at);
    }
}
