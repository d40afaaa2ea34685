package org.claimgate.guide;

import java.util.Set;

/** A child of a loop: a segment use or another loop. */
sealed interface Part permits Loop, Use {

    /** The key in the mapping file without its marks: {@code NM1*85}, {@code 2010AA}. */
    String key();

    boolean required();

    /** What a 999 says when it is required and missing. */
    String missingCode();

    /** Greatest number of repeats. */
    int maximum();

    /** The use by which the part is recognised: a loop's first. */
    Use first();

    /** Whether a document has a value for it; the source is that of the loop around it. */
    boolean hasData(Content source);

    /** In whose presence this part is not written; null for none. */
    Unless unless();

    /** Ids of the loops inside, its own included; empty for a use. */
    Set<String> loopIds();
}
