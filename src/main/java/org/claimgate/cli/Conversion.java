package org.claimgate.cli;

import java.io.IOException;
import java.io.InputStream;

/** Turns files into one stream of the other form. */
interface Conversion {

    /** False if the file has errors; they were said. */
    boolean convert(String file, InputStream in) throws IOException;

    /** Writes what is left once all files are read; false if some of that has errors. */
    boolean finish() throws IOException;
}
