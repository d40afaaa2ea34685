/**
 * The only memory of the gateway, and the place where its steps meet: claims and their events, questions about claims,
 * interchanges and what is owed to them, received files, control numbers, what people did, the messages waiting to go out,
 * which node works at which partner, and what has been removed, in H2 or PostgreSQL.
 * {@link org.claimgate.ledger.Ledger} opens it and draws transactions; each table has a store. The only package that knows
 * SQL.
 */
package org.claimgate.ledger;
