package org.claimgate.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import org.claimgate.guide.Guides;
import org.claimgate.samples.Exercise;

/** What the fuzzer calls with bytes it made up: a file of interchanges, or claims as JSON where they begin like JSON. */
public final class FileTarget {

    private static final Exercise EXERCISE = new Exercise(Guides.load(Path.of("mappings/x12")));

    private FileTarget() {}

    /** The name that Jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        if (bytes.length > 0 && (bytes[0] == '{' || bytes[0] == '[')) {
            EXERCISE.claims(bytes);
        } else {
            EXERCISE.file(bytes);
        }
    }
}
