package org.claimgate.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One sample claim of edi-samples/.
 *
 * @param name set and case, such as {@code 837P/paid-in-full}
 * @param body claim JSON
 */
record Sample(String name, String body, Expectation expected) {

    static final List<String> SETS = List.of("837P", "837I");

    private static final String BAD = "bad-";
    private static final String CLAIM = "claim.json";
    private static final String DEMO = "demo.txt";

    /** The sender id that it is submitted under, by which its claim is found again. */
    String sender() {
        return name.replace('/', '.');
    }

    /**
     * Every case of the claim sets that says in a demo.txt how it ends, or by a name that begins with {@code bad-} that it
     * is refused.
     *
     * @throws IOException when a file cannot be read
     * @throws IllegalArgumentException when a demo.txt cannot be understood or has no claim beside it
     */
    static List<Sample> load(Path samples) throws IOException {
        List<Sample> found = new ArrayList<>();
        for (String set : SETS) {
            for (Path folder : cases(samples.resolve(set))) {
                found.add(read(set + "/" + folder.getFileName(), folder));
            }
        }
        return found;
    }

    private static List<Path> cases(Path set) throws IOException {
        if (!Files.isDirectory(set)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(set)) {
            return folders.filter(folder -> isBad(folder) || Files.exists(folder.resolve(DEMO)))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isBad(Path folder) {
        return folder.getFileName().toString().startsWith(BAD);
    }

    private static Sample read(String name, Path folder) throws IOException {
        Path demo = folder.resolve(DEMO);
        try {
            String expected = Files.exists(demo) ? Files.readString(demo) : "ends: REFUSED";
            return new Sample(name, Files.readString(folder.resolve(CLAIM)), Expectation.parse(expected));
        } catch (IllegalArgumentException mistake) {
            throw new IllegalArgumentException(demo + ": " + mistake.getMessage(), mistake);
        }
    }
}
