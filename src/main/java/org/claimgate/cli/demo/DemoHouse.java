package org.claimgate.cli.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.claimgate.camel.Gateway;
import org.claimgate.camel.GatewayConfig;
import org.claimgate.guide.Guides;
import org.claimgate.sandbox.Account;
import org.claimgate.sandbox.Sandbox;
import org.claimgate.sandbox.SandboxServer;

/**
 * Gateway, broker, ledger and sandbox on one scratch folder. Each side can be stopped and started again and goes on where
 * it was.
 */
final class DemoHouse implements AutoCloseable {

    private final Path home;
    private final Path scratch;
    private final Clock clock;
    private final int httpPort;
    private final int managementPort;
    private int sandboxPort;
    private SandboxServer sandbox;
    private Gateway gateway;

    /**
     * @param home folder with routes/, mappings/ and partners/
     * @param scratch where everything that is made is kept
     */
    DemoHouse(Path home, Path scratch, Clock clock) throws IOException {
        this.home = home;
        this.scratch = scratch;
        this.clock = clock;
        this.httpPort = freePort();
        this.managementPort = freePort();
    }

    void startSandbox() throws IOException {
        Guides guides = Guides.load(home.resolve("mappings").resolve("x12"));
        sandbox = Sandbox.start(scratch.resolve("sandbox"), sandboxPort, guides, clock);
        sandboxPort = sandbox.port();
    }

    void stopSandbox() throws IOException {
        sandbox.close();
        sandbox = null;
    }

    /** The sandbox must have been started once, so that its port is known. */
    void startGateway() throws Exception {
        copySandboxPartners(home.resolve("partners"), partners());
        gateway = Gateway.start(GatewayConfig.load(home, settings()));
    }

    void stopGateway() throws Exception {
        gateway.close();
        gateway = null;
    }

    Gateway gateway() {
        return gateway;
    }

    QueueClient queues() {
        return new QueueClient(gateway.connectionFactory());
    }

    String page() {
        return "http://127.0.0.1:" + httpPort + "/";
    }

    Path folder() {
        return scratch;
    }

    @Override
    public void close() throws Exception {
        if (gateway != null) {
            stopGateway();
        }
        if (sandbox != null) {
            stopSandbox();
        }
    }

    /**
     * Takes over the sandbox's partners alone: answers of a real one would be fetched into the scratch folder, and be
     * gone with it.
     */
    static void copySandboxPartners(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Account account : Sandbox.ACCOUNTS) {
            String name = account.user() + ".yaml";
            Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path partners() {
        return scratch.resolve("partners");
    }

    /** The settings of a gateway that is watched by a person: everything is looked at often. */
    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("claimgate.work", scratch.resolve("gateway").toString());
        settings.put("claimgate.partners", partners().toString());
        settings.put("claimgate.intake.folder", scratch.resolve("intake").toString());
        settings.put("claimgate.http.port", Integer.toString(httpPort));
        settings.put("claimgate.management.port", Integer.toString(managementPort));
        settings.put("claimgate.broker.url", "");
        settings.put("claimgate.broker.acceptor", "");
        settings.put("claimgate.ledger.url", "");
        settings.put("claimgate.intake.period", "500");
        settings.put("claimgate.submission.period", "500");
        settings.put("claimgate.delivery.period", "300");
        settings.put("claimgate.pickup.settle", "200");
        settings.put("claimgate.interpretation.period", "300");
        settings.put("claimgate.publication.period", "200");
        settings.put("claimgate.retry.first", "500");
        settings.put("claimgate.retry.longest", "3000");
        settings.put("sandbox.port", Integer.toString(sandboxPort));
        settings.put(
                "sandbox.knownHosts",
                scratch.resolve("sandbox").resolve("known_hosts").toString());
        return settings;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
