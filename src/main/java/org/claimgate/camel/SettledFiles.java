package org.claimgate.camel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.claimgate.flow.RemoteFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which files of an answer folder are picked up: those with a safe name and some content whose size and time have not
 * changed for a while, and that no partner is still uploading under a temporary name. One partner's, used by one poll at a
 * time.
 */
final class SettledFiles implements GenericFileFilter<SftpRemoteFile> {

    private static final Logger LOG = LoggerFactory.getLogger(SettledFiles.class);

    /** Names that upload programs give a file until it is complete. */
    private static final Pattern UPLOAD =
            Pattern.compile("\\..*|.*\\.(tmp|part|partial|filepart)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What is seen no more is forgotten after so long. */
    private static final Duration MEMORY = Duration.ofHours(1);

    private final String partner;
    private final Duration settle;
    private final Clock clock;
    private final Map<String, Sighting> sightings = new HashMap<>();

    private record Sighting(long size, long modified, Instant since, Instant last) {

        boolean shows(GenericFile<?> file) {
            return size == file.getFileLength() && modified == file.getLastModified();
        }
    }

    SettledFiles(String partner, Duration settle, Clock clock) {
        this.partner = partner;
        this.settle = settle;
        this.clock = clock;
    }

    @Override
    public boolean accept(GenericFile<SftpRemoteFile> file) {
        if (file.isDirectory() || UPLOAD.matcher(file.getFileNameOnly()).matches()) {
            return false;
        }
        Instant now = clock.instant();
        sightings.values().removeIf(sighting -> sighting.last().isBefore(now.minus(MEMORY)));
        Sighting before = sightings.get(file.getFileNameOnly());
        Sighting sighting = before != null && before.shows(file)
                ? new Sighting(before.size(), before.modified(), before.since(), now)
                : new Sighting(file.getFileLength(), file.getLastModified(), now, now);
        sightings.put(file.getFileNameOnly(), sighting);
        if (!RemoteFile.isSafe(file.getFileName())) {
            if (before == null) {
                LOG.warn("Partner {} has a file whose name is not safe; it stays there", partner);
            }
            return false;
        }
        return sighting.size() > 0 && !now.isBefore(sighting.since().plus(settle));
    }
}
