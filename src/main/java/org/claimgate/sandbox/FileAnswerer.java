package org.claimgate.sandbox;

import java.io.IOException;
import java.util.List;

/** Reads a file that was dropped and says what to answer, in order; nothing for a file that deserves silence. */
@FunctionalInterface
interface FileAnswerer {

    List<Answer> answer(byte[] file) throws IOException;
}
