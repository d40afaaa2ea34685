package org.claimgate.claim.edit.situation;

import java.util.regex.Pattern;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.Part;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2300.HI-APR.010",
        snip = Snip.SITUATION,
        severity = Severity.WARN,
        status = "A6:673",
        field = "/claimInformation/patientReasonForVisits",
        message = "the patient's reason for an unplanned visit",
        source = "CMS, Medicare Claims Processing Manual, chapter 25")
public final class UnplannedVisitHasReason implements Check.OfClaim {

    /** Emergency room, urgent care and observation. */
    private static final Pattern UNPLANNED = Pattern.compile("045\\d|0516|0526|0762");

    @Override
    public void check(Claim claim, Report report) {
        Part reasons = claim.information().part("patientReasonForVisits");
        boolean unplanned = claim.admission().field("admissionTypeCode").is("1", "2", "5");
        boolean visit =
                claim.lines().stream().anyMatch(line -> line.revenueCode().looksLike(UNPLANNED));
        if (claim.isBill("13", "78", "85") && unplanned && visit && !reasons.isThere()) {
            report.at(reasons);
        }
    }
}
