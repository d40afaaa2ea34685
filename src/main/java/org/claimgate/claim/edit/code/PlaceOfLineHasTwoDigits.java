package org.claimgate.claim.edit.code;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Field;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2400.SV105.010",
        snip = Snip.CODES,
        status = "A7:249",
        field = "/claimInformation/serviceLines/*/professionalService/placeOfServiceCode",
        message = "a place of service: two digits, such as 11 for an office",
        source = "CMS, place of service codes")
public final class PlaceOfLineHasTwoDigits implements Check.OfLine {

    @Override
    public void check(Line line, Report report) {
        Field place = line.service().field("placeOfServiceCode");
        if (place.differsFrom(Formats.TWO_DIGITS)) {
            report.at(place);
        }
    }
}
