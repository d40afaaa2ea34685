package org.claimgate.receipt;

import org.claimgate.guide.Guide;
import org.claimgate.guide.Place;

/**
 * What makes something else wrong, as a CTX names it: {@code CTX*SITUATIONAL TRIGGER*NM1*8*2010AA*8*66}.
 *
 * @param dataElement CTX06; empty where there is none
 */
record Trigger(Place place, String dataElement) {

    /** Null for no place, or where the guide is not known. */
    static Trigger of(Place place, Guide guide) {
        if (place == null || guide == null) {
            return null;
        }
        return new Trigger(
                place,
                guide.dataElement(place.segment(), place.element(), place.component())
                        .orElse(""));
    }
}
