/**
 * The status page of a running gateway, and the same facts as JSON for {@code gateway status}: read only, rendered on the
 * server, drawn from the query side of the ledger and from what the routes report. It shows identifiers of ours, control
 * numbers and states; nothing on it is health information about a person, unless somebody writes that into the reason of an act. Its addresses hang in the HTTP server that the
 * routes use ({@link org.claimgate.web.StatusPages#mount}), and reads of the ledger stay off the server's event loop.
 */
package org.claimgate.web;
