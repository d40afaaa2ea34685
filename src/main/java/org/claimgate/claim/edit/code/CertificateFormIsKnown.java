package org.claimgate.claim.edit.code;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.CodeSet;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Part;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2440.LQ02.010",
        snip = Snip.CODES,
        severity = Severity.WARN,
        status = "A7:698",
        field = "/claimInformation/serviceLines/*/formIdentification/*/formIdentifier",
        message = "the number of a certificate of medical necessity that Medicare has",
        source = "CMS, CEDI front-end edits")
public final class CertificateFormIsKnown implements Check.OfLine {

    @Override
    public void check(Line line, Report report) {
        for (Part form : line.part().items("formIdentification")) {
            Field number = form.field("formIdentifier");
            boolean ofMedicare = form.field("formTypeCode").is("UT") && number.isThere();
            if (ofMedicare && !line.claim().codes().has(CodeSet.CERTIFICATE_FORM, number)) {
                report.at(number);
            }
        }
    }
}
