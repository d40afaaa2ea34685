package org.claimgate.camel;

import com.jcraft.jsch.JSch;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Getting in at Apache MINA's server. */
class SignInTest extends SignInContract {

    private DropPoint server;

    @Override
    PartnerServer server(Path folder) {
        server = new DropPoint(folder);
        return server;
    }

    /** Those that need more than every Java has. JSch is told not to try them. */
    static Stream<String> keyExchanges() {
        List<String> tried = List.of(JSch.getConfig("CheckKexes").split(","));
        return Stream.of(JSch.getConfig("kex").split(",")).filter(tried::contains);
    }

    @ParameterizedTest
    @MethodSource("keyExchanges")
    void each_key_exchange_that_is_offered_works(String keyExchange) {
        server.agreesOnlyTo(keyExchange);
        assertReached();
    }
}
