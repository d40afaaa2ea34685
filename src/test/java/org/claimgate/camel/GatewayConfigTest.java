package org.claimgate.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void a_secret_of_the_environment_goes_before_the_file_and_nothing_else_is_taken_from_there() throws IOException {
        Files.writeString(folder.resolve("application.properties"), "claimgate.ledger.password=file\n");
        Map<String, String> environment = Map.of(
                "CLAIMGATE_LEDGER_PASSWORD",
                "secret",
                "CLAIMGATE_BROKER_USER",
                "gate",
                "CLAIMGATE_HTTP_PORT",
                "tcp://10.0.0.1");
        GatewayConfig config = GatewayConfig.load(folder, environment, Map.of());
        assertThat(config.ledgerPassword()).isEqualTo("secret");
        assertThat(config.broker().user()).isEqualTo("gate");
        assertThat(config.httpPort()).isEqualTo(8080);
        assertThat(GatewayConfig.load(folder, environment, Map.of("claimgate.ledger.password", "given"))
                        .ledgerPassword())
                .isEqualTo("given");
    }

    @ParameterizedTest
    @CsvSource({
        "claimgate.retry.first, soon",
        "claimgate.submission.period, 0",
        "claimgate.http.port, 65536",
        "claimgate.pickup.settle, 99999999999",
        "claimgate.delivery.period, ''"
    })
    void a_setting_that_is_no_number_of_its_range_is_refused(String name, String value) {
        assertThatThrownBy(() -> GatewayConfig.load(folder, Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("a whole number from");
    }

    @Test
    void a_setting_of_the_file_that_nobody_knows_is_refused_with_its_line() throws IOException {
        Path file = folder.resolve("application.properties");
        Files.writeString(file, "# ours\nclaimgate.http.port=9000\n claimgate.htpp.port = 9000\n");
        assertThatThrownBy(() -> GatewayConfig.load(folder))
                .hasMessageStartingWith(file + ":3: unknown setting claimgate.htpp.port; known are [claimgate.");
    }

    private static Map<String, String> own(Properties properties) {
        return properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(GatewayConfig.PREFIX))
                .collect(Collectors.toMap(name -> name, properties::getProperty, (one, other) -> one, TreeMap::new));
    }

    @Test
    void who_removes_something_says_what_becomes_of_it() {
        Map<String, String> thirty = Map.of("claimgate.keep.files", "30");
        assertThatThrownBy(() -> GatewayConfig.load(Path.of(""), thirty).archive())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("claimgate.archive is empty")
                .hasMessageContaining("'none'");
        assertThat(GatewayConfig.load(Path.of(""), with(thirty, "none")).archive())
                .isEmpty();
        assertThat(GatewayConfig.load(Path.of(""), with(thirty, "copies")).archive())
                .contains(Path.of("").toAbsolutePath().resolve("copies"));
        assertThat(GatewayConfig.load(Path.of("")).archive()).isEmpty();
    }

    private static Map<String, String> with(Map<String, String> settings, String archive) {
        Map<String, String> more = new TreeMap<>(settings);
        more.put("claimgate.archive", archive);
        return more;
    }
}
