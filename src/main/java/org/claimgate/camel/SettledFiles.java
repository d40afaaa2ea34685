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
import org.claimgate.flow.Pickup;
import org.claimgate.flow.RemoteFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which files of an answer folder are picked up: those with a safe name and some content whose size and time have not
 * changed for a while, and that no partner is still uploading under a temporary name. A file that stays there for its
 * name or for want of content is told of once. One partner's, used by one poll at a time.
 */
final class SettledFiles implements GenericFileFilter<SftpRemoteFile> {

    private static final Logger LOG = LoggerFactory.getLogger(SettledFiles.class);

    /** Names that upload programs give a file until it is complete. */
    private static final Pattern UPLOAD =
            Pattern.compile("\\..*|.*\\.(tmp|part|partial|filepart)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What is seen no more is forgotten after so long: longer than the longest pause between two polls, a day. */
    private static final Duration MEMORY = Duration.ofDays(2);

    /** What cannot be picked up and has not changed for so long is told of. */
    private static final Duration STRANDED = Duration.ofMinutes(1);

    private final String partner;
    private final Pickup pickup;
    private final Duration settle;
    private final Clock clock;
    private final Map<String, Sighting> sightings = new HashMap<>();

    private record Sighting(long size, long modified, Instant since, Instant last, boolean told) {

        boolean shows(GenericFile<?> file) {
            return size == file.getFileLength() && modified == file.getLastModified();
        }

        boolean hasSettled(Duration pause) {
            return !last.isBefore(since.plus(pause));
        }

        Sighting afterTelling() {
            return new Sighting(size, modified, since, last, true);
        }
    }

    SettledFiles(String partner, Pickup pickup, Duration settle, Clock clock) {
        this.partner = partner;
        this.pickup = pickup;
        this.settle = settle;
        this.clock = clock;
    }

    @Override
    public boolean accept(GenericFile<SftpRemoteFile> file) {
        if (file.isDirectory() || UPLOAD.matcher(file.getFileNameOnly()).matches()) {
            return false;
        }
        Instant now = clock.instant();
        Sighting sighting = see(file, now);
        boolean safe = RemoteFile.isSafe(file.getFileName());
        if (safe && sighting.size() > 0) {
            return sighting.hasSettled(settle);
        }
        if (!sighting.told() && sighting.hasSettled(STRANDED)) {
            tell(file.getFileNameOnly(), safe ? Pickup.Stranding.EMPTY : Pickup.Stranding.UNSAFE_NAME);
            sightings.put(file.getFileNameOnly(), sighting.afterTelling());
        }
        return false;
    }

    /** Once for each poll: a look at all of them for each file would be a second for ten thousand. */
    void forgetUnseen() {
        Instant oldest = clock.instant().minus(MEMORY);
        sightings.values().removeIf(sighting -> sighting.last().isBefore(oldest));
    }

    /** When the clock has been set back meanwhile, the waiting begins again. */
    private Sighting see(GenericFile<?> file, Instant now) {
        Sighting before = sightings.get(file.getFileNameOnly());
        boolean same = before != null && before.shows(file) && !now.isBefore(before.last());
        boolean told = before != null && before.told();
        Sighting sighting =
                new Sighting(file.getFileLength(), file.getLastModified(), same ? before.since() : now, now, told);
        sightings.put(file.getFileNameOnly(), sighting);
        return sighting;
    }

    private void tell(String name, Pickup.Stranding why) {
        pickup.stranded(partner, name, why);
        LOG.warn("Partner {} has a file that is not picked up, {}: {}", partner, RemoteFile.shown(name), why.words());
    }
}
