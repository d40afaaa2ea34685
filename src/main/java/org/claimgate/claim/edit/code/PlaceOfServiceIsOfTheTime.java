package org.claimgate.claim.edit.code;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.CodeSet;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Period;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2400.SV105.020",
        snip = Snip.CODES,
        status = "A7:249",
        field = {
            "/claimInformation/serviceLines/*/professionalService/placeOfServiceCode",
            "/claimInformation/placeOfServiceCode"
        },
        message = "a place of service that was in use on the day of service: this one is %s",
        source = "CMS, place of service codes")
public final class PlaceOfServiceIsOfTheTime implements Check.OfLine {

    @Override
    public void check(Line line, Report report) {
        Field place = line.placeOfService();
        Period period = line.periodWithout(CodeSet.PLACE_OF_SERVICE_PERIOD, place);
        if (period != null) {
            report.at(place, period);
        }
    }
}
