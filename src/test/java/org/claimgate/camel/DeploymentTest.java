package org.claimgate.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.deployers.impl.FileConfigurationParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of deploy/ are examples that are copied: what they say of the gateway has to be true. */
class DeploymentTest {

    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final Path DEPLOY = HOME.resolve("deploy");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern SETTING = Pattern.compile("-D(claimgate\\.[\\w.]+)=([^\\s\"]+)");

    static Stream<Path> filesThatSetSomething() {
        return Stream.of("claimgate.service", "Containerfile", "kubernetes/gateway.yaml")
                .map(DEPLOY::resolve);
    }

    @ParameterizedTest
    @MethodSource("filesThatSetSomething")
    void every_setting_is_one_of_the_gateways(Path file) throws IOException {
        Map<String, String> settings = settings(file);
        assertThat(settings).isNotEmpty();
        assertThat(GatewayConfig.load(HOME, Map.of(), settings).properties()).containsAllEntriesOf(settings);
    }

    @Test
    void every_secret_of_ours_is_read() throws IOException {
        JsonNode secrets = documents("kubernetes/secret.yaml").get(0).path("stringData");
        assertThat(secrets.size()).isEqualTo(4);
        secrets.fieldNames().forEachRemaining(name -> assertThat(
                        GatewayConfig.load(HOME, Map.of(name, "seen"), Map.of()).properties())
                .as(name)
                .containsValue("seen"));
    }

    @Test
    void the_ports_are_those_of_application_properties() throws IOException {
        String http = GatewayConfig.load(HOME).get("claimgate.http.port");
        String management = GatewayConfig.load(HOME).get("claimgate.management.port");
        assertThat(Files.readString(DEPLOY.resolve("Containerfile"))).contains("EXPOSE " + http + " " + management);
        JsonNode container = gateway();
        Map<String, String> ports = new HashMap<>();
        container
                .path("ports")
                .forEach(port -> ports.put(
                        port.path("name").asText(), port.path("containerPort").asText()));
        assertThat(ports).isEqualTo(Map.of("http", http, "management", management));
        assertThat(container.findValues("httpGet"))
                .hasSize(3)
                .allSatisfy(probe -> assertThat(probe.path("port").asText()).isEqualTo("management"));
    }

    @Test
    void the_gateways_of_kubernetes_share_a_ledger_and_a_broker_and_mount_what_they_are_told_to_use()
            throws IOException {
        JsonNode deployment = documents("kubernetes/gateway.yaml").get(0);
        assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(2);
        Map<String, String> settings = settings(DEPLOY.resolve("kubernetes/gateway.yaml"));
        assertThat(settings.get("claimgate.ledger.url")).startsWith("jdbc:postgresql:");
        assertThat(settings.get("claimgate.broker.url")).startsWith("tcp:");
        List<String> mounted = new ArrayList<>();
        gateway()
                .path("volumeMounts")
                .forEach(mount -> mounted.add(mount.path("mountPath").asText()));
        assertThat(mounted).contains(settings.get("claimgate.work"), "/opt/claimgate/partners");
        assertThat(gateway().at("/envFrom/0/secretRef/name").asText())
                .isEqualTo(documents("kubernetes/secret.yaml")
                        .get(0)
                        .at("/metadata/name")
                        .asText());
    }

    @Test
    void an_external_broker_is_set_up_as_the_embedded_one_is() throws Exception {
        try (InputStream file = Files.newInputStream(DEPLOY.resolve("broker.xml"))) {
            Configuration broker = new FileConfigurationParser().parseMainConfig(file);
            assertThat(broker.getIDCacheSize()).isEqualTo(20_000);
            assertThat(broker.isPersistIDCache()).isTrue();
            assertThat(broker.isPersistenceEnabled()).isTrue();
            assertThat(broker.getAddressConfigurations())
                    .flatMap(address -> address.getQueueConfigs())
                    .extracting(queue -> queue.getName().toString())
                    .containsExactlyInAnyOrderElementsOf(Queues.ALL);
            assertThat(broker.getAddressConfigurations())
                    .flatMap(address -> address.getQueueConfigs())
                    .allMatch(QueueConfiguration::isDurable);
            assertThat(broker.getAddressSettings().get("claimgate.#").isAutoDeleteQueues())
                    .isFalse();
        }
    }

    private static JsonNode gateway() throws IOException {
        return documents("kubernetes/gateway.yaml").get(0).at("/spec/template/spec/containers/0");
    }

    private static Map<String, String> settings(Path file) throws IOException {
        Map<String, String> settings = new HashMap<>();
        Matcher setting = SETTING.matcher(Files.readString(file));
        while (setting.find()) {
            settings.put(setting.group(1), setting.group(2));
        }
        return settings;
    }

    private static List<JsonNode> documents(String file) throws IOException {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(DEPLOY.resolve(file).toFile())) {
            return documents.readAll();
        }
    }
}
