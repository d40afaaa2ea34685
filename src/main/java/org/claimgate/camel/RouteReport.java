package org.claimgate.camel;

import java.time.Instant;

/**
 * What one route has been doing since this process started.
 *
 * @param id the route's id
 * @param description what the route does, from its file
 * @param group the partner the route belongs to, or "gateway"
 * @param state RUNNING, RETRYING (its last attempt failed and it tries again), CIRCUIT_OPEN (so many in a
 *     row have failed that a person should look; it tries again all the same), STOPPED, or STOPPED_IN_ERROR
 * @param lastSuccess null when there was none
 * @param lastFailure null when there was none
 * @param failure the last failure in words, without data of patients; null when there was none
 * @param succeeded pieces of work done
 * @param failed attempts that failed
 */
public record RouteReport(
        String id,
        String description,
        String group,
        State state,
        Instant lastSuccess,
        Instant lastFailure,
        String failure,
        long succeeded,
        long failed) {

    /** A route's state, in the words of the page. */
    public enum State {
        RUNNING("Running"),
        RETRYING("Retrying"),
        CIRCUIT_OPEN("Circuit open"),
        STOPPED("Stopped"),
        STOPPED_IN_ERROR("Stopped in error");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
