/**
 * The engine room, and the only package that imports Apache Camel: it starts the broker, the ledger and the steps of
 * {@code flow} from one home folder, loads the routes of routes/*.camel.yaml, instantiates the delivery and pick-up
 * templates for every partner, and implements the ports of {@code flow} (remote folders over SFTP, messages over JMS).
 */
package org.claimgate.camel;
