package org.claimgate.camel;

import java.nio.file.Path;

/** Getting in at Apache MINA's server. */
class SignInTest extends SignInContract {

    @Override
    PartnerServer server(Path folder) {
        return new DropPoint(folder);
    }
}
