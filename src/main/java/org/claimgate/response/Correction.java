package org.claimgate.response;

import java.util.List;

/**
 * A field of a claim that a rejection speaks of.
 *
 * @param pointer JSON pointer into the canonical claim; empty for the claim as a whole
 * @param codes what the partner said, each with its family: {@code STC:A8:562:85}, {@code IK403:7}, {@code TA105:006}
 * @param said the same in words
 * @param fix what to do; empty where that is not known
 */
public record Correction(String pointer, List<String> codes, String said, String fix) {

    public Correction {
        codes = List.copyOf(codes);
    }
}
