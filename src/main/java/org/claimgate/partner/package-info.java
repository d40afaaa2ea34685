/**
 * Who claims are exchanged with: one YAML file per trading partner, read strictly at start into a
 * {@link org.claimgate.partner.Partner}. {@link org.claimgate.partner.Partners} finds the partner that serves a payer. Knows
 * nothing of claims, X12 or SFTP clients; the steps of the flow read their settings here.
 */
package org.claimgate.partner;
