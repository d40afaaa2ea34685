/**
 * What comes and goes beside HIPAA sets, brought into and out of our own vocabularies by files alone: every folder of
 * mappings/documents/ is one kind of document, every folder of mappings/claims/ one system's claims. {@link
 * org.claimgate.document.DocumentMappings}, {@link org.claimgate.document.ClaimMappings} and {@link
 * org.claimgate.document.SentMapping} are what flow knows of here, as its ports. The way of a document: bytes that keep the limits
 * ({@code Content}) become a tree (by Smooks and a DFDL schema, or as the JSON it is), each record of the tree becomes JSON of
 * ours ({@code Transformation}), and that is held against its vocabulary ({@code ResultCheck}). A claim of another system is
 * transformed alone, since intake reads and judges it. What is sent goes the other way: records, then a schema. Smooks is known
 * here alone.
 */
package org.claimgate.document;
