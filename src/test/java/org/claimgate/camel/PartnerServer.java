package org.claimgate.camel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A partner's SFTP server of some make, whose account sees the folders outbound, inbound, staging and archive. */
interface PartnerServer extends AutoCloseable {

    /** What the account sees. */
    Path root();

    /** Lets a key sign in, given as a line of an authorized_keys file. */
    void accept(String authorized);

    /** Of the host key. */
    String fingerprint();

    /** A partner profile that points here. */
    String profile(String id, String payers);

    default Path outbound() {
        return root().resolve("outbound");
    }

    default Path inbound() {
        return root().resolve("inbound");
    }

    /** Names in the outbound folder, sorted. */
    default List<String> dropped() {
        try (Stream<Path> files = Files.list(outbound())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    default void makeFolders() {
        try {
            for (String name : List.of("outbound", "inbound", "staging", "archive")) {
                Files.createDirectories(root().resolve(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void close() throws IOException;
}
