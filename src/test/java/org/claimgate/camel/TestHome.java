package org.claimgate.camel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The routes and mappings of this checkout over folders of a test's own, with short pauses. */
public final class TestHome {

    private final Path folder;
    private final Map<String, String> settings = new HashMap<>();

    public TestHome(Path folder) {
        this.folder = folder;
        settings.put("claimgate.work", folder.resolve("work").toString());
        settings.put("claimgate.partners", folder.resolve("partners").toString());
        settings.put("claimgate.intake.folder", folder.resolve("intake").toString());
        settings.put("claimgate.http.port", String.valueOf(freePort()));
        settings.put("claimgate.management.port", String.valueOf(freePort()));
        settings.put("claimgate.intake.period", "200");
        settings.put("claimgate.delivery.period", "200");
        settings.put("claimgate.publication.period", "100");
        settings.put("claimgate.interpretation.period", "200");
        settings.put("claimgate.submission.period", "200");
        settings.put("claimgate.deadlines.period", "200");
        settings.put("claimgate.watch.period", "500");
        settings.put("claimgate.keep.period", "500");
        settings.put("claimgate.pickup.settle", "100");
        settings.put("claimgate.pickup.backoff", "1");
        settings.put("claimgate.retry.first", "100");
        settings.put("claimgate.retry.longest", "500");
    }

    public TestHome set(String name, String value) {
        settings.put(name, value);
        return this;
    }

    public TestHome partner(String id, String profile) {
        write(folder.resolve("partners").resolve(id + ".yaml"), profile);
        return this;
    }

    public GatewayConfig config() {
        return GatewayConfig.load(Path.of("").toAbsolutePath(), settings);
    }

    static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
