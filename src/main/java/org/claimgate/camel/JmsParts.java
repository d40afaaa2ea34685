package org.claimgate.camel;

import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.LoggingLevel;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsConfiguration;
import org.apache.camel.component.jms.JmsHeaderFilterStrategy;

/** The client side of the broker: who may be deserialised, which headers pass, when a message counts as taken. */
final class JmsParts {

    /** Only text travels on our queues; whatever else is in a message is never deserialised. */
    private static final String ALLOWED_CLASSES = "deserializationAllowList=java.lang.String";

    /**
     * A broker that went away is noticed soon, and every caller tries again in its own time. A gateway that has been silent for
     * 30 s is cut off: what it was given goes to another, and it sends nothing late. That is less than the ledger waits for a
     * silent transaction (docs/decisions/0018-several-nodes.md).
     */
    private static final String EXTERNAL_OPTIONS = "callTimeout=10000&reconnectAttempts=0&initialConnectAttempts=1"
            + "&connectionTTL=30000&clientFailureCheckPeriod=10000";

    /** Without a window the client takes every message that is sent asynchronously for confirmed. */
    private static final String CONFIRMED = "&confirmationWindowSize=1048576";

    private JmsParts() {}

    static ConnectionFactory connectionFactory(String url, GatewayConfig.BrokerAccess access) {
        return connectionFactory(url, access, "");
    }

    /** For those who send without waiting for each message, and learn later what the broker has. */
    static ConnectionFactory confirmingFactory(String url, GatewayConfig.BrokerAccess access) {
        return connectionFactory(url, access, CONFIRMED);
    }

    private static ConnectionFactory connectionFactory(String url, GatewayConfig.BrokerAccess access, String more) {
        String options = ALLOWED_CLASSES + more + (access.embedded() ? "" : '&' + EXTERNAL_OPTIONS);
        String address = url + (url.contains("?") ? '&' : '?') + options;
        return access.secured()
                ? new ActiveMQConnectionFactory(address, access.user(), access.password())
                : new ActiveMQConnectionFactory(address);
    }

    /** The component behind every {@code jms:} address of the route files. */
    static JmsComponent component(ConnectionFactory factory) {
        JmsConfiguration configuration = new JmsConfiguration(factory);
        configuration.setTransacted(true);
        configuration.setLazyCreateTransactionManager(false);
        configuration.setTestConnectionOnStartup(false);
        configuration.setRecoveryInterval(2_000);
        configuration.setConcurrentConsumers(1);
        // The route log says it in words; what an exception says may hold data.
        configuration.setErrorHandlerLoggingLevel(LoggingLevel.OFF);
        JmsComponent component = new JmsComponent(configuration);
        component.setHeaderFilterStrategy(strictHeaders());
        return component;
    }

    /** Nothing that Camel would understand as an instruction passes, however its letters are cased. */
    private static JmsHeaderFilterStrategy strictHeaders() {
        JmsHeaderFilterStrategy strategy = new JmsHeaderFilterStrategy();
        strategy.setLowerCase(true);
        strategy.setInFilterStartsWith("camel", "org.apache.camel.");
        strategy.setOutFilterStartsWith("camel", "org.apache.camel.");
        return strategy;
    }
}
