package org.claimgate.house;

import static org.claimgate.house.Room.room;

import java.util.List;

/**
 * Who may import whom: data flows one way, and every foreign library has one room to live in. To change a row is to
 * change the plan of the house, so it comes with a page in docs/decisions/.
 */
final class PackageTable {

    private static final String JACKSON = "com.fasterxml.jackson";
    private static final String YAML = "org.yaml.snakeyaml";
    private static final String LOG = "org.slf4j";

    static final List<Room> ROOMS = List.of(
            room("x12"),
            room("guide").mayImport("x12").mayUse(JACKSON, YAML),
            room("claim").mayImport("guide").mayUse(JACKSON, "com.networknt.schema"),
            room("response").mayImport("guide", "yaml").mayUse(JACKSON),
            room("receipt").mayImport("x12", "guide").mayUse(JACKSON),
            room("yaml").mayUse(YAML),
            room("partner").mayImport("yaml", "claim").mayUse(JACKSON),
            room("ledger")
                    .mayImport("claim", "response", "partner")
                    .mayUse(
                            "java.sql",
                            "javax.sql",
                            "org.springframework.jdbc",
                            "org.springframework.dao",
                            "org.springframework.transaction",
                            "org.flywaydb",
                            "com.zaxxer.hikari",
                            "org.h2.store.fs",
                            "org.h2.engine",
                            "org.h2.jdbc",
                            "org.h2.mvstore",
                            JACKSON,
                            LOG),
            room("flow")
                    .mayImport("x12", "guide", "claim", "response", "receipt", "partner", "ledger")
                    .mayUse(JACKSON, LOG),
            room("document")
                    .mayImport("flow", "claim", "guide", "yaml")
                    .mayUse(
                            "org.smooks",
                            "org.apache.daffodil",
                            "com.schibsted.spt.data.jslt",
                            "com.networknt.schema",
                            "javax.xml",
                            "org.xml.sax",
                            "org.w3c.dom",
                            JACKSON),
            room("camel")
                    .mayImport("flow", "partner", "document", "ledger", "claim", "response", "guide")
                    .mayUse(
                            "org.apache.camel",
                            "io.micrometer.core",
                            "com.jcraft.jsch",
                            "io.vertx",
                            "org.apache.activemq.artemis",
                            "jakarta.jms",
                            "org.springframework.jms",
                            JACKSON,
                            LOG),
            room("sandbox").mayImport("x12", "guide").mayUse("org.apache.sshd", "org.bouncycastle", JACKSON, LOG),
            room("web")
                    .mayImport("ledger", "flow", "guide", "x12", "camel", "partner", "response")
                    .mayUse("io.vertx", "io.pebbletemplates.pebble", JACKSON, LOG),
            room("cli")
                    .mayImport(
                            "ledger",
                            "flow",
                            "guide",
                            "x12",
                            "camel",
                            "partner",
                            "response",
                            "receipt",
                            "claim",
                            "sandbox",
                            "web",
                            "document")
                    .mayUse("picocli", "me.tongfei.progressbar", "ch.qos.logback", "jakarta.jms", JACKSON, LOG));

    private PackageTable() {}
}
