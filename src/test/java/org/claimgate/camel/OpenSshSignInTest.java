package org.claimgate.camel;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** {@link SignInContract} against OpenSSH's own server: profile openssh. */
@Tag("openssh")
class OpenSshSignInTest extends SignInContract {

    @Override
    PartnerServer server(Path folder) {
        return new OpenSshServer(folder);
    }
}
