/**
 * Files as a person reads them: {@link org.claimgate.cli.explain.Explainer} follows a file, names its parts and explains
 * its codes, and hides what could tell who a patient is; a {@link org.claimgate.cli.explain.Page} shows it. Nothing is
 * kept beyond the next segment.
 */
package org.claimgate.cli.explain;
