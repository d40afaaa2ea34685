package org.claimgate.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Counters in a file of the work folder, so that a restarted clearinghouse does not give a number twice. */
final class ControlNumbers {

    private final Path file;
    private final Properties last = new Properties();

    ControlNumbers(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                last.load(in);
            }
        }
    }

    /** The next number of a series, counted from 1; on disk before it is given out. */
    synchronized long next(String series) throws IOException {
        long number = Long.parseLong(last.getProperty(series, "0")) + 1;
        last.setProperty(series, Long.toString(number));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        last.store(out, "Last numbers given out by the sandbox clearinghouse");
        Durable.replace(file, out.toByteArray());
        return number;
    }
}
