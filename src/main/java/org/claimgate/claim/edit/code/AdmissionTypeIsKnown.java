package org.claimgate.claim.edit.code;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Claim;
import org.claimgate.claim.edit.CodeSet;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Severity;
import org.claimgate.claim.edit.Snip;

@Rule(
        institutional = "2300.CL101.010",
        snip = Snip.CODES,
        severity = Severity.WARN,
        status = "A7:231",
        field = "/claimInformation/claimCodeInformation/admissionTypeCode",
        message = "a type of admission: 1 emergency, 2 urgent, 3 elective, 4 newborn, 5 trauma, 9 not available",
        source = "NUBC, priority of admission")
public final class AdmissionTypeIsKnown implements Check.OfClaim {

    @Override
    public void check(Claim claim, Report report) {
        Field type = claim.admission().field("admissionTypeCode");
        if (type.isThere() && !claim.codes().has(CodeSet.ADMISSION_TYPE, type)) {
            report.at(type);
        }
    }
}
