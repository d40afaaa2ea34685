/**
 * The commands of {@code ./gateway}, one class each, behind {@link org.claimgate.cli.Claimgate}. A command parses its
 * options, calls the room of the house that does the work, and prints; it returns an {@link org.claimgate.cli.Exit}
 * code. Nothing imports this package, and only here is {@code System.out} written to.
 */
package org.claimgate.cli;
