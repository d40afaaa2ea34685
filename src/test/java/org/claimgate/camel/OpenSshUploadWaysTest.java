package org.claimgate.camel;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** {@link UploadWaysContract} against OpenSSH's own server: profile openssh. */
@Tag("openssh")
class OpenSshUploadWaysTest extends UploadWaysContract {

    @Override
    PartnerServer server(Path folder) {
        return new OpenSshServer(folder);
    }
}
