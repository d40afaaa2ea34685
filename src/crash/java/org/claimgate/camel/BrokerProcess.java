package org.claimgate.camel;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The gateway's broker in a process of its own, for the crash harness: what an external broker is to a gateway. */
public final class BrokerProcess {

    /** Said when clients can connect. */
    public static final String RUNNING = "broker: running";

    private BrokerProcess() {}

    /** @param arguments folder of the journal, address to listen at */
    public static void main(String[] arguments) throws InterruptedException {
        try (Broker broker =
                Broker.start(Path.of(arguments[0]), new GatewayConfig.BrokerAccess("", arguments[1], "", ""))) {
            System.out.println(RUNNING + " at " + broker.url());
            new CountDownLatch(1).await();
        }
    }
}
