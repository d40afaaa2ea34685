/**
 * A simulated clearinghouse for the demo and the tests. {@link org.claimgate.sandbox.SandboxServer} is an SFTP server of
 * its own on the loopback interface; a file that becomes visible in a user's outbound folder is handed to
 * {@link org.claimgate.sandbox.Clearinghouse}, whose answers (TA1, 999, 277CA, 835) appear in the user's inbound folder.
 * What it answers is decided by the {@link org.claimgate.sandbox.Scenario} that a claim's payer id names. It knows nothing
 * of the gateway: it stands on the far side of the SFTP connection and imports only {@code x12} and {@code guide}.
 */
package org.claimgate.sandbox;
