package org.claimgate.camel;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * The embedded Artemis broker: a persistent journal in the work folder and every queue declared beforehand. Queues are
 * never created or deleted on their own, because the cache of duplicate-detection ids lives and dies with its queue.
 * Only this process reaches it, unless an acceptor is configured.
 */
final class Broker implements AutoCloseable {

    private static final int DUPLICATE_IDS = 20_000;
    private static final int DELIVERY_ATTEMPTS = 10;
    private static final long FIRST_REDELIVERY_MILLIS = 1_000;
    private static final long LAST_REDELIVERY_MILLIS = 60_000;
    private static final String ROLE = "claimgate";

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private final String url;
    private volatile boolean brokenDown;

    private Broker(Path folder, GatewayConfig.BrokerAccess access) throws Exception {
        // The number of the in-memory acceptor only has to differ between brokers of one process.
        int number = folder.toAbsolutePath().normalize().hashCode() & Integer.MAX_VALUE;
        url = "vm://" + number;
        server.setConfiguration(configuration(folder, number, access));
        if (access.secured()) {
            server.setSecurityManager(securityManager(access));
        }
    }

    /** Starts a broker whose journal is in the folder. */
    static Broker start(Path folder, GatewayConfig.BrokerAccess access) {
        try {
            Broker broker = new Broker(folder, access);
            broker.server.start();
            broker.server
                    .getActiveMQServer()
                    .registerIOCriticalErrorListener((failure, message, file) -> broker.brokenDown = true);
            return broker;
        } catch (Exception e) {
            throw new IllegalStateException("The embedded broker did not start in " + folder, e);
        }
    }

    /** Where clients in this process connect. */
    String url() {
        return url;
    }

    /** Whether it has ended by itself, as it does when its journal cannot be written. */
    boolean hasBrokenDown() {
        return brokenDown;
    }

    /** Messages waiting in a queue. The broker counts a message shortly after its sender's call returned. */
    long depth(String queue) {
        return server.getActiveMQServer().locateQueue(SimpleString.of(queue)).getMessageCount();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The embedded broker did not stop cleanly", e);
        }
    }

    private static Configuration configuration(Path folder, int number, GatewayConfig.BrokerAccess access)
            throws Exception {
        requireLogin(access);
        Configuration configuration = new ConfigurationImpl()
                .setName("claimgate")
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setIDCacheSize(DUPLICATE_IDS)
                .setPersistIDCache(true)
                .setJMXManagementEnabled(false)
                .setSecurityEnabled(access.secured())
                .addAcceptorConfiguration("memory", "vm://" + number);
        if (!access.acceptor().isEmpty()) {
            configuration.addAcceptorConfiguration("network", access.acceptor());
        }
        if (access.secured()) {
            configuration.putSecurityRoles("claimgate.#", Set.of(role()));
        }
        Queues.ALL.forEach(queue -> configuration.addAddressConfiguration(queue(queue)));
        return configuration.addAddressSetting("#", settings());
    }

    private static CoreAddressConfiguration queue(String name) {
        return new CoreAddressConfiguration()
                .setName(name)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfiguration(QueueConfiguration.of(name)
                        .setAddress(name)
                        .setRoutingType(RoutingType.ANYCAST)
                        .setDurable(true)
                        .setAutoDelete(false));
    }

    private static AddressSettings settings() {
        return new AddressSettings()
                .setAutoCreateAddresses(false)
                .setAutoCreateQueues(false)
                .setAutoDeleteAddresses(false)
                .setAutoDeleteQueues(false)
                .setDeadLetterAddress(SimpleString.of(Queues.DEAD))
                .setExpiryAddress(SimpleString.of(Queues.DEAD))
                .setMaxDeliveryAttempts(DELIVERY_ATTEMPTS)
                .setRedeliveryDelay(FIRST_REDELIVERY_MILLIS)
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(LAST_REDELIVERY_MILLIS);
    }

    private static void requireLogin(GatewayConfig.BrokerAccess access) {
        if (access.acceptor().isEmpty() || access.secured()) {
            return;
        }
        String host = URI.create(access.acceptor()).getHost();
        if (!Set.of("127.0.0.1", "localhost", "[::1]").contains(String.valueOf(host))) {
            throw new IllegalArgumentException("claimgate.broker.acceptor is reachable from other machines;"
                    + " set claimgate.broker.user and claimgate.broker.password");
        }
    }

    /** Everything on our own queues but creating and deleting them. */
    private static Role role() {
        return new Role(ROLE, true, true, false, false, false, false, false, true, false, false, false, false);
    }

    private static ActiveMQJAASSecurityManager securityManager(GatewayConfig.BrokerAccess access) {
        SecurityConfiguration users = new SecurityConfiguration(Map.of(access.user(), access.password()), Map.of());
        users.addRole(access.user(), ROLE);
        return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users);
    }
}
