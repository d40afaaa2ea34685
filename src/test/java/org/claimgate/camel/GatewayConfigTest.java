package org.claimgate.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayConfigTest {

    @TempDir
    private Path folder;

    @Test
    void the_file_that_comes_with_claimgate_shows_every_setting_with_its_default() throws IOException {
        Properties file = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("application.properties"))) {
            file.load(reader);
        }
        assertThat(own(file)).isEqualTo(own(GatewayConfig.load(folder).asProperties()));
    }

    @Test
    void a_setting_given_goes_before_the_file_and_the_file_before_the_default() throws IOException {
        Files.writeString(
                folder.resolve("application.properties"), "claimgate.http.port=9000\nclaimgate.work=elsewhere\n");
        GatewayConfig config = GatewayConfig.load(folder, Map.of("claimgate.http.port", "9001"));
        assertThat(config.httpPort()).isEqualTo(9001);
        assertThat(config.work()).isEqualTo(folder.resolve("elsewhere"));
        assertThat(config.partners()).isEqualTo(folder.resolve("partners"));
    }

    private static Map<String, String> own(Properties properties) {
        return properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(GatewayConfig.PREFIX))
                .collect(Collectors.toMap(name -> name, properties::getProperty, (one, other) -> one, TreeMap::new));
    }
}
