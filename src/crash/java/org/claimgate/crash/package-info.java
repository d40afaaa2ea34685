/**
 * The crash harness, profile {@code crash}: the real gateway as a child process, killed with SIGKILL at every
 * {@link org.claimgate.flow.Failpoint}, on its lines to the partner, and at random under load; and the count of what was
 * lost or came twice afterwards.
 */
package org.claimgate.crash;
