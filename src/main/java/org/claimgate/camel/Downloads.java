package org.claimgate.camel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.claimgate.flow.RemoteFile;
import org.claimgate.ledger.DurableFile;

/**
 * The folder that one partner's files are downloaded into on their way to the ledger. What is whole there has not been stored:
 * the process died, or the ledger did not answer. Where the partner's server deletes what was downloaded, it is the only copy.
 */
final class Downloads {

    /** By which camel-ftp knows a download that is under way. */
    private static final String UNDER_WAY = ".inprogress";

    private final Path folder;

    Downloads(Path folder) {
        this.folder = folder;
    }

    /**
     * Gives a download the time that the partner's file has, so that it is known as the same file later. Its bytes are forced to disk
     * before: what a power cut left of a download must not pass for the partner's file.
     */
    void stamp(Path download, Instant modifiedAt) {
        try {
            DurableFile.force(download);
            Files.setLastModifiedTime(download, FileTime.from(modifiedAt));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(Path download) {
        try {
            Files.deleteIfExists(download);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole downloads; those that broke off are removed. Call while nothing is being downloaded. */
    List<Path> leftBehind() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            all.stream().filter(Downloads::brokeOff).forEach(this::remove);
            return all.stream().filter(file -> !brokeOff(file) && isOurs(file)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A whole download as the file that it was at the partner. */
    RemoteFile asRemoteFile(Path download) {
        try {
            return new RemoteFile(
                    download.getFileName().toString(),
                    Files.size(download),
                    Files.getLastModifiedTime(download).toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing else was downloaded; whatever a file system or a person has put there is left alone. */
    private static boolean isOurs(Path file) {
        return RemoteFile.isSafe(file.getFileName().toString());
    }

    private static boolean brokeOff(Path file) {
        return file.getFileName().toString().endsWith(UNDER_WAY);
    }
}
