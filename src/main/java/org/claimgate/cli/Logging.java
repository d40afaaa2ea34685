package org.claimgate.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** How much a command says on standard error: warnings, unless one of these is called. Standard output is for data. */
final class Logging {

    private Logging() {}

    /** For commands that run as a service: what the gateway does. */
    static void informative() {
        level("org.claimgate", Level.INFO);
    }

    /** For whoever looks for a mistake: also what the libraries do. */
    static void detailed() {
        level(Logger.ROOT_LOGGER_NAME, Level.INFO);
        level("org.claimgate", Level.DEBUG);
    }

    private static void level(String logger, Level level) {
        ((Logger) LoggerFactory.getLogger(logger)).setLevel(level);
    }
}
