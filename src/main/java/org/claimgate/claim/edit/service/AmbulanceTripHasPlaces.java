package org.claimgate.claim.edit.service;

import java.util.stream.Stream;
import org.claimgate.claim.edit.Check;
import org.claimgate.claim.edit.Line;
import org.claimgate.claim.edit.Report;
import org.claimgate.claim.edit.Rule;
import org.claimgate.claim.edit.Snip;

@Rule(
        professional = "2310E.NM1.010",
        snip = Snip.SERVICE,
        status = {"A6:503:PW", "A6:503:45"},
        field = {"/claimInformation/ambulancePickUpLocation", "/claimInformation/ambulanceDropOffLocation"},
        message = "where the patient was picked up and dropped off",
        source = "005010X222A1, 2310E and 2310F")
public final class AmbulanceTripHasPlaces implements Check.OfLine {

    @Override
    public void check(Line line, Report report) {
        if (Ambulance.isTransport(line)) {
            Stream.of("ambulancePickUpLocation", "ambulanceDropOffLocation")
                    .filter(place -> !line.part().part(place).isThere())
                    .map(line.claim().information()::part)
                    .filter(place -> !place.isThere())
                    .forEach(report::at);
        }
    }
}
