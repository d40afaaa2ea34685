package org.claimgate.claim.edit.service;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Part;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2300.REF-X4.020",
        snip = Snip.SERVICE,
        doubt = "of Medicaid",
        status = "A6:544",
        field = "/claimInformation/claimSupplementalInformation/cliaNumber",
        message = "the CLIA number of the laboratory: modifier QW is for tests under a certificate of waiver",
        fix = "Give the number of the certificate, or take the modifier out of a test that needs none.",
        source = "CMS, Medicare Claims Processing Manual, chapter 16")
public final class WaivedTestHasClia implements Check.OfLine {

    @Override
    public void check(Line line, Report report) {
        Field ofClaim = line.claim().supplement().field("cliaNumber");
        Part ofLine = line.part().part("serviceLineReferenceInformation");
        if (line.claim().filing().is("MB", "MC")
                && line.hasModifier("QW")
                && ofClaim.isAbsent()
                && ofLine.field("clinicalLaboratoryImprovementAmendmentNumber").isAbsent()) {
            report.doubting(line.claim().filing().is("MC")).at(ofClaim);
        }
    }
}
