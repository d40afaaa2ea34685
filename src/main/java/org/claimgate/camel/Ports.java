package org.claimgate.camel;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks before the HTTP servers listen: they start in the background, and one that fails there is only logged. */
final class Ports {

    private Ports() {}

    /** Refuses to start when a server of ours would not get its port. */
    static void requireFree(GatewayConfig config) {
        requireFree(config, "camel.server.enabled", "claimgate.http.");
        requireFree(config, "camel.management.enabled", "claimgate.management.");
    }

    private static void requireFree(GatewayConfig config, String enabled, String server) {
        if (!Boolean.parseBoolean(config.get(enabled))) {
            return;
        }
        String port = server + "port";
        InetSocketAddress address =
                new InetSocketAddress(config.get(server + "host"), Integer.parseInt(config.get(port)));
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "%s: nothing can listen on %s:%d; is another gateway running?"
                            .formatted(port, address.getHostString(), address.getPort()),
                    e);
        }
    }
}
