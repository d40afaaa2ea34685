package org.claimgate.x12;

/**
 * Something wrong with the bytes or the envelope: what X12 would answer, and where.
 *
 * @param level which acknowledgment carries the code
 * @param code TA105 note code for INTERCHANGE, AK905 for GROUP, IK502 for SET, IK304 for SEGMENT
 * @param message what was found and what was expected, in words, without data of the file
 * @param offset byte offset in the file
 * @param segment ordinal of the segment in the file, counted from 1; 0 before the first
 * @param element the element that it is about, from 1; 0 for the segment as a whole
 * @param fatal the rest of the interchange cannot be read; reading goes on at the next ISA
 */
public record Fault(Level level, String code, String message, long offset, long segment, int element, boolean fatal) {

    /** One that is not about an element. */
    Fault(Level level, String code, String message, long offset, long segment, boolean fatal) {
        this(level, code, message, offset, segment, 0, fatal);
    }

    /** The part of the envelope that a fault belongs to. */
    public enum Level {
        INTERCHANGE,
        GROUP,
        SET,
        SEGMENT
    }
}
