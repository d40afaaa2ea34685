package org.claimgate.claim.edit.service;

import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Part;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2300.CR1.010",
        snip = Snip.SERVICE,
        status = "A6:267",
        field = "/claimInformation/ambulanceTransportInformation",
        message = "why and how far the patient was transported",
        fix = "Give ambulanceTransportReasonCode and transportDistanceInMiles, of the claim or of the line.",
        source = "005010X222A1, 2300 and 2400 CR1")
public final class AmbulanceTripIsDescribed implements Check.OfLine {

    @Override
    public void check(Line line, Report report) {
        Part trip = line.claim().information().part("ambulanceTransportInformation");
        if (Ambulance.isTransport(line)
                && !trip.isThere()
                && !line.part().part("ambulanceTransportInformation").isThere()) {
            report.at(trip);
        }
    }
}
