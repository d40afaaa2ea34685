package org.claimgate.camel;

import java.nio.file.Path;

/** The ways to upload against Apache MINA's server. */
class UploadWaysTest extends UploadWaysContract {

    @Override
    PartnerServer server(Path folder) {
        return new DropPoint(folder);
    }
}
