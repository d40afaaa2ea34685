package org.claimgate.receipt;

/**
 * How far up a set an error reaches. As a strictness: the level from which on errors reject the set; below it the set is
 * accepted with errors noted (E).
 */
public enum ErrorLevel {
    /** A value (IK403). */
    ELEMENT,
    /** A segment that is missing, unknown, out of place or too often there (IK304). */
    SEGMENT,
    /** The set as such: its header, trailer, count or guide (IK502). No strictness lets these pass. */
    SET
}
