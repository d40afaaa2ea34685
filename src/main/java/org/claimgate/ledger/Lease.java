package org.claimgate.ledger;

/**
 * A node's turn at a partner's SFTP server.
 *
 * @param epoch how often the partner has been taken, this time included: no two leases of a partner have the same
 */
public record Lease(String partner, String node, long epoch) {}
