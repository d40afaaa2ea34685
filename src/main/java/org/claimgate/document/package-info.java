/**
 * What partners send beside HIPAA sets, brought into our own vocabularies by files alone: every folder of mappings/documents/
 * is one kind of document. {@link org.claimgate.document.DocumentMappings} finds and compiles them and is what flow knows of
 * here, as its port. The way of a document: bytes that keep the limits ({@code Content}) become a tree (by Smooks and a DFDL
 * schema, or as the JSON it is), each record of the tree becomes JSON of ours ({@code Transformation}), and that is held
 * against its vocabulary ({@code ResultCheck}). Smooks is known here alone.
 */
package org.claimgate.document;
