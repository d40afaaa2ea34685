package org.claimgate.cli;

/** For whom a command prints. */
enum Format {
    /** For a person. */
    TEXT,
    /** For a program. */
    JSON
}
