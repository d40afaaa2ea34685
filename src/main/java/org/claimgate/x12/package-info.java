/**
 * Bytes to segments and back: delimiters read from the ISA, a streaming {@link org.claimgate.x12.SegmentReader} with
 * positions and hard limits, a {@link org.claimgate.x12.SegmentWriter}, and the envelope with its counts and control
 * numbers. Knows no implementation guide and imports nothing but the JDK.
 */
package org.claimgate.x12;
