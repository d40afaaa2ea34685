package org.claimgate.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.claimgate.claim.ClaimFields;
import org.claimgate.yaml.YamlObject;

/** All trading partners: every {@code <id>.yaml} of a folder. Immutable. */
public final class Partners {

    private final Map<String, Partner> byId = new TreeMap<>();
    private final Map<String, Partner> byPayer = new HashMap<>();

    private Partners() {}

    /** With system properties and the environment only, and without a look at the fields that partners' own rules name. */
    public static Partners load(Path folder) {
        return load(folder, new Properties(), Optional.empty());
    }

    /**
     * Reads the partners of a folder. A value may hold {@code ${name}} or {@code ${name:default}}, filled in from the system
     * properties and then from those given, and {@code ${env:NAME}}, filled in from the environment. Paths are relative
     * to the folder.
     *
     * @param fields that the partners' own rules may name
     * @throws PartnerException for a mistake in a file, with file and line
     */
    public static Partners load(Path folder, Properties properties, ClaimFields fields) {
        return load(folder, properties, Optional.of(fields));
    }

    private static Partners load(Path folder, Properties properties, Optional<ClaimFields> fields) {
        Partners partners = new Partners();
        try (Stream<Path> files = Files.list(folder)) {
            Placeholders placeholders = new Placeholders(properties, System.getenv());
            for (Path file : files.filter(Partners::isPartnerFile).sorted().toList()) {
                YamlObject yaml = YamlObject.read(file, placeholders, PartnerException::new);
                partners.add(new PartnerReader(file, yaml, fields).read(), yaml);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return partners;
    }

    /** In the order of their ids. */
    public Collection<Partner> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Partner> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The partner that serves a payer: the one that names it, else the one that serves {@code *}. */
    public Optional<Partner> forPayer(String tradingPartnerServiceId) {
        Partner named = tradingPartnerServiceId == null ? null : byPayer.get(tradingPartnerServiceId);
        return Optional.ofNullable(named == null ? byPayer.get(Partner.ANY_PAYER) : named);
    }

    private void add(Partner partner, YamlObject yaml) {
        for (String payer : partner.payers()) {
            Partner other = byPayer.put(payer, partner);
            if (other != null) {
                throw yaml.mistake("payers", "payer '" + payer + "' is served by partner '" + other.id() + "' already");
            }
        }
        for (Partner other : byId.values()) {
            if (sameInbox(partner.sftp(), other.sftp())) {
                throw yaml.mistake("sftp", "partner '" + other.id() + "' picks up from the same folder");
            }
        }
        byId.put(partner.id(), partner);
    }

    private static boolean sameInbox(SftpAccount one, SftpAccount other) {
        return one.host().equals(other.host())
                && one.port() == other.port()
                && one.signIn().user().equals(other.signIn().user())
                && one.inbound().equals(other.inbound());
    }

    private static boolean isPartnerFile(Path file) {
        return file.getFileName().toString().endsWith(".yaml");
    }
}
