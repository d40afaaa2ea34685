/**
 * A mapping file, compiled: {@link org.claimgate.guide.Guides} loads mappings/x12/ by convention;
 * {@link org.claimgate.guide.DocumentReader} turns interchanges into JSON documents, one per record of their guide, and
 * {@link org.claimgate.guide.DocumentWriter} turns such documents back into interchanges, both from the same tables and both
 * reporting {@link org.claimgate.guide.Issue}s. {@link org.claimgate.guide.JsonLines} reads the sets of one file side by
 * side, {@link org.claimgate.guide.PlainLines} turns lines back without a tree. What people call the parts of a file, and what of it must not be seen, is data too
 * ({@link org.claimgate.guide.Glossary}, {@link org.claimgate.guide.PrivacyRules}). There is no code for a transaction set
 * here.
 */
package org.claimgate.guide;
