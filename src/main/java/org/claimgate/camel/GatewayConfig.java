package org.claimgate.camel;

import java.io.IOException;
import java.io.LineNumberReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.claimgate.flow.Retention;

/**
 * Everything a gateway is started with: the defaults below, then application.properties of the home folder, then
 * environment variables for secrets, then system properties and overrides. Relative folders stand under the home folder.
 *
 * @param properties all settings by name, for the placeholders of the route files; holds passwords
 */
public record GatewayConfig(Path home, Map<String, String> properties, Clock clock) {

    static final String PREFIX = "claimgate.";

    private static final Map<String, String> DEFAULTS = defaults();

    /** What may come as an environment variable: {@code CLAIMGATE_LEDGER_PASSWORD} is {@code claimgate.ledger.password}. */
    private static final Set<String> SECRETS = Set.of(
            "claimgate.ledger.user", "claimgate.ledger.password", "claimgate.broker.user", "claimgate.broker.password");

    private static final int MOST = 1_000_000_000;
    private static final int MOST_DAYS = 36_500;
    private static final String NO_ARCHIVE = "none";

    /** Whole numbers, each with its least and its greatest value. Camel would take a period of 0 for "once". */
    private static final Map<String, Range> NUMBERS = Map.ofEntries(
            Map.entry("claimgate.http.port", new Range(0, 65535)),
            Map.entry("claimgate.management.port", new Range(0, 65535)),
            Map.entry("claimgate.intake.period", new Range(1, MOST)),
            Map.entry("claimgate.intake.pause", new Range(1, MOST)),
            Map.entry("claimgate.submission.period", new Range(1, MOST)),
            Map.entry("claimgate.delivery.period", new Range(1, MOST)),
            Map.entry("claimgate.interpretation.period", new Range(1, MOST)),
            Map.entry("claimgate.publication.period", new Range(1, MOST)),
            Map.entry("claimgate.payments.period", new Range(1, MOST)),
            Map.entry("claimgate.deadlines.period", new Range(1, MOST)),
            Map.entry("claimgate.watch.period", new Range(1, MOST)),
            Map.entry("claimgate.watch.ours", new Range(0, MOST)),
            Map.entry("claimgate.watch.queues", new Range(0, MOST)),
            Map.entry("claimgate.keep.files", new Range(0, MOST_DAYS)),
            Map.entry("claimgate.keep.documents", new Range(0, MOST_DAYS)),
            Map.entry("claimgate.keep.events", new Range(0, MOST_DAYS)),
            Map.entry("claimgate.keep.period", new Range(1, MOST)),
            Map.entry("claimgate.pickup.settle", new Range(0, MOST)),
            Map.entry("claimgate.pickup.backoff", new Range(1, MOST)),
            Map.entry("claimgate.retry.first", new Range(1, MOST)),
            Map.entry("claimgate.retry.longest", new Range(1, MOST)),
            Map.entry("claimgate.retry.circuit", new Range(1, MOST)),
            Map.entry("claimgate.sftp.patience", new Range(1, MOST)));

    private record Range(int least, int most) {

        boolean holds(String value) {
            return value.matches("\\d{1,10}") && Long.parseLong(value) >= least && Long.parseLong(value) <= most;
        }
    }

    /** How the broker is reached. An empty address stands for the embedded broker. */
    record BrokerAccess(String url, String acceptor, String user, String password) {

        boolean embedded() {
            return url.isEmpty();
        }

        boolean secured() {
            return !user.isEmpty();
        }
    }

    public GatewayConfig {
        home = home.toAbsolutePath().normalize();
        properties = Map.copyOf(properties);
        properties.keySet().forEach(GatewayConfig::requireKnown);
        properties.forEach(GatewayConfig::requireNumber);
    }

    /** Reads the home folder's application.properties. */
    public static GatewayConfig load(Path home) {
        return load(home, Map.of());
    }

    /** As {@link #load(Path)}, with settings that go before those of the file. */
    public static GatewayConfig load(Path home, Map<String, String> overrides) {
        return load(home, System.getenv(), overrides);
    }

    static GatewayConfig load(Path home, Map<String, String> environment, Map<String, String> overrides) {
        Map<String, String> all = new TreeMap<>(DEFAULTS);
        all.putAll(fileProperties(home.resolve("application.properties")));
        all.putAll(secrets(environment));
        all.putAll(systemProperties());
        all.putAll(overrides);
        return new GatewayConfig(home, all, Clock.systemUTC());
    }

    public Path work() {
        return folder("claimgate.work");
    }

    public Path routes() {
        return folder("claimgate.routes");
    }

    public Path mappings() {
        return folder("claimgate.mappings");
    }

    public Path partners() {
        return folder("claimgate.partners");
    }

    public Path intakeFolder() {
        return folder("claimgate.intake.folder");
    }

    /** Where payments are written for whoever posts them; empty for nowhere. */
    Optional<Path> paymentsFolder() {
        return optionalFolder("claimgate.payments.folder");
    }

    /** How long contents are kept. */
    Retention.Keep keep() {
        return new Retention.Keep(
                Integer.parseInt(get("claimgate.keep.files")),
                Integer.parseInt(get("claimgate.keep.documents")),
                Integer.parseInt(get("claimgate.keep.events")));
    }

    /**
     * Where copies of what is removed are written; empty for nowhere.
     *
     * @throws IllegalArgumentException when something is to be removed, and nobody has said what is to become of it
     */
    Optional<Path> archive() {
        String archive = get("claimgate.archive");
        if (archive.isEmpty() && !keep().equals(new Retention.Keep(0, 0, 0))) {
            throw new IllegalArgumentException(
                    "Setting claimgate.archive is empty, and claimgate.keep.* say that contents are"
                            + " removed: name the folder for copies, or '" + NO_ARCHIVE
                            + "' where there are to be none");
        }
        return archive.equals(NO_ARCHIVE) ? Optional.empty() : optionalFolder("claimgate.archive");
    }

    /** Where backups of an embedded ledger are written; empty for nowhere. */
    Optional<Path> backups() {
        return optionalFolder("claimgate.backups");
    }

    public int httpPort() {
        return Integer.parseInt(get("claimgate.http.port"));
    }

    public String ledgerUrl() {
        String url = get("claimgate.ledger.url");
        return url.isEmpty() ? "jdbc:h2:file:" + work().resolve("ledger") : url;
    }

    public String ledgerUser() {
        return get("claimgate.ledger.user");
    }

    public String ledgerPassword() {
        return get("claimgate.ledger.password");
    }

    BrokerAccess broker() {
        return new BrokerAccess(
                get("claimgate.broker.url"),
                get("claimgate.broker.acceptor"),
                get("claimgate.broker.user"),
                get("claimgate.broker.password"));
    }

    Duration millis(String name) {
        return Duration.ofMillis(Long.parseLong(get(name)));
    }

    String get(String name) {
        return properties.getOrDefault(name, "").strip();
    }

    /** All settings, for those who fill placeholders from them; holds passwords. */
    public Properties asProperties() {
        Properties all = new Properties();
        all.putAll(properties);
        return all;
    }

    /** Without the values: some are passwords. */
    @Override
    public String toString() {
        return "GatewayConfig[" + home + "]";
    }

    private Optional<Path> optionalFolder(String name) {
        return get(name).isEmpty() ? Optional.empty() : Optional.of(folder(name));
    }

    private Path folder(String name) {
        return home.resolve(get(name)).normalize();
    }

    private static void requireKnown(String name) {
        if (isUnknown(name)) {
            throw unknown("Unknown", name);
        }
    }

    private static boolean isUnknown(String name) {
        return name.startsWith(PREFIX) && !DEFAULTS.containsKey(name);
    }

    private static IllegalArgumentException unknown(String beginning, String name) {
        return new IllegalArgumentException(
                beginning + " setting " + name + "; known are " + new TreeSet<>(DEFAULTS.keySet()));
    }

    private static void requireNumber(String name, String value) {
        Range range = NUMBERS.get(name);
        if (range != null && !range.holds(value.strip())) {
            throw new IllegalArgumentException("Setting %s is '%s'; a whole number from %d to %d was expected"
                    .formatted(name, value, range.least(), range.most()));
        }
    }

    private static Map<String, String> fileProperties(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            read.load(reader);
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read " + file, e);
        }
        Map<String, String> settings = asMap(read);
        settings.keySet().stream().filter(GatewayConfig::isUnknown).findFirst().ifPresent(name -> {
            throw unknown(place(file, name) + ": unknown", name);
        });
        return settings;
    }

    /** Such as {@code application.properties:12}; without the line if the name is written with escapes. */
    private static String place(Path file, String name) {
        try (LineNumberReader lines = new LineNumberReader(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.stripLeading().startsWith(name)) {
                    return file + ":" + lines.getLineNumber();
                }
            }
            return file.toString();
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read " + file, e);
        }
    }

    private static Map<String, String> secrets(Map<String, String> environment) {
        Map<String, String> secrets = new TreeMap<>();
        for (String name : SECRETS) {
            String value = environment.get(name.toUpperCase(Locale.ROOT).replace('.', '_'));
            if (value != null) {
                secrets.put(name, value);
            }
        }
        return secrets;
    }

    private static Map<String, String> systemProperties() {
        Map<String, String> own = asMap(System.getProperties());
        own.keySet().removeIf(name -> !name.startsWith(PREFIX));
        return own;
    }

    private static Map<String, String> asMap(Properties properties) {
        Map<String, String> map = new LinkedHashMap<>();
        properties.stringPropertyNames().forEach(name -> map.put(name, properties.getProperty(name)));
        return map;
    }

    private static Map<String, String> defaults() {
        Map<String, String> map = new TreeMap<>();
        map.put("claimgate.work", "work");
        map.put("claimgate.routes", "routes");
        map.put("claimgate.mappings", "mappings");
        map.put("claimgate.partners", "partners");
        map.put("claimgate.http.host", "127.0.0.1");
        map.put("claimgate.http.port", "8080");
        map.put("claimgate.management.host", "127.0.0.1");
        map.put("claimgate.management.port", "8081");
        map.put("claimgate.broker.url", "");
        map.put("claimgate.broker.acceptor", "");
        map.put("claimgate.broker.user", "");
        map.put("claimgate.broker.password", "");
        map.put("claimgate.ledger.url", "");
        map.put("claimgate.ledger.user", "claimgate");
        map.put("claimgate.ledger.password", "");
        map.put("claimgate.intake.folder", "work/intake");
        map.put("claimgate.intake.extensions", "json,jsonl,ndjson,csv,txt,xml");
        map.put("claimgate.payments.folder", "");
        map.put("claimgate.payments.mapping", "payment-posting-csv");
        map.put("claimgate.payments.period", "5000");
        map.put("claimgate.deadlines.period", "60000");
        map.put("claimgate.watch.period", "60000");
        map.put("claimgate.watch.ours", "900000");
        map.put("claimgate.watch.queues", "86400000");
        map.put("claimgate.keep.files", "0");
        map.put("claimgate.keep.documents", "0");
        map.put("claimgate.keep.events", "0");
        map.put("claimgate.keep.period", "3600000");
        map.put("claimgate.archive", "");
        map.put("claimgate.backups", "");
        map.put("claimgate.pickup.backoff", "5");
        map.put("claimgate.intake.period", "2000");
        map.put("claimgate.intake.pause", "1");
        map.put("claimgate.submission.period", "1000");
        map.put("claimgate.delivery.period", "1000");
        map.put("claimgate.sftp.patience", "300000");
        map.put("claimgate.pickup.settle", "1000");
        map.put("claimgate.interpretation.period", "1000");
        map.put("claimgate.publication.period", "500");
        map.put("claimgate.retry.first", "1000");
        map.put("claimgate.retry.longest", "60000");
        map.put("claimgate.retry.circuit", "5");
        return Map.copyOf(map);
    }
}
