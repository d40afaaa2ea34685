package org.claimgate.flow;

/** A failure of our own code, as the log may name it: its text may hold data of a claim or a file and is not repeated. */
final class OwnFailure {

    private OwnFailure() {}

    /** Its class and the place it comes from. */
    static String inWords(RuntimeException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure.getClass().getName() + " at " + (trace.length == 0 ? "unknown place" : trace[0]);
    }
}
