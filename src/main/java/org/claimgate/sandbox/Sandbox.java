package org.claimgate.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.claimgate.guide.Guides;

/** The whole sandbox: a clearinghouse behind its SFTP server, with the accounts that the sample partners use. */
public final class Sandbox {

    private Sandbox() {}

    /** A user for each sample partner of the same name; the password is the name. */
    public static final List<Account> ACCOUNTS = List.of(
            new Account("sandbox", "sandbox"),
            new Account("sandbox-reject", "sandbox-reject"),
            new Account("sandbox-batch", "sandbox-batch"));

    /**
     * Starts the clearinghouse on a work folder, first answering what was dropped while none was running.
     *
     * @param port 0 for any that is free
     * @throws IOException when the folder cannot be used or the port is taken
     */
    public static SandboxServer start(Path folder, int port, Guides guides, Clock clock) throws IOException {
        Files.createDirectories(folder);
        ControlNumbers numbers = new ControlNumbers(folder.resolve("control-numbers.properties"));
        KnownClaims known = new KnownClaims(folder.resolve("known-claims.jsonl"));
        return SandboxServer.start(folder, port, ACCOUNTS, new Clearinghouse(guides, numbers, known, clock));
    }
}
