package org.claimgate.cli;

import java.nio.file.Path;

/**
 * The folder that holds routes/, mappings/, partners/, edi-samples/ and application.properties: the checkout or the
 * distribution. The launcher names it in the system property {@code gateway.home}; without it, it is the working
 * directory.
 */
record Home(Path folder) {

    static Home find() {
        return new Home(Path.of(System.getProperty("gateway.home", "."))
                .toAbsolutePath()
                .normalize());
    }

    Path mappings() {
        return folder.resolve("mappings");
    }

    /** The dictionary and the guides of X12. */
    Path x12Mappings() {
        return mappings().resolve("x12");
    }

    Path partners() {
        return folder.resolve("partners");
    }

    Path routes() {
        return folder.resolve("routes");
    }

    Path samples() {
        return folder.resolve("edi-samples");
    }

    Path properties() {
        return folder.resolve("application.properties");
    }
}
