package org.claimgate.camel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.camel.impl.DefaultCamelContext;
import org.claimgate.camel.PartnerProbe.Finding.Verdict;
import org.claimgate.flow.RemoteFailure;
import org.claimgate.flow.RemoteFolder;
import org.claimgate.partner.Partner;
import org.claimgate.partner.SftpAccount.Upload;

/**
 * Tries a partner's server, as a person does before the first real claim: gets in, lists both folders, and stores, renames and
 * deletes small files whose names begin with {@code claimgate-probe}, under such temporary names as the profile gives. No
 * file is left under a name that the partner would take, unless the profile says {@code upload: direct}.
 */
public final class PartnerProbe {

    /** What one try showed, and what to do about it. */
    public record Finding(Verdict verdict, String words) {

        /** Whether delivery and pick-up will work with it. */
        public enum Verdict {
            GOOD,
            /** It works, and somebody should know. */
            NOTE,
            /** It will not work. */
            BAD
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final byte[] CONTENT = "Claimgate tries this server\n".getBytes(StandardCharsets.US_ASCII);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private final Partner partner;
    private final String name;
    private final Consumer<Finding> findings;
    private boolean sound = true;

    private PartnerProbe(Partner partner, Clock clock, Consumer<Finding> findings) {
        this.partner = partner;
        this.name = "claimgate-probe-" + TIME.format(clock.instant());
        this.findings = findings;
    }

    /**
     * Tries a server, in some seconds.
     *
     * @param findings gets each finding as soon as there is one
     * @return whether nothing was found that will not work
     * @throws RemoteFailure when the server cannot be reached, trusted or signed in to; its message says which
     */
    public static boolean run(Partner partner, Clock clock, Consumer<Finding> findings) {
        return new PartnerProbe(partner, clock, findings).run();
    }

    private boolean run() {
        try (DefaultCamelContext context = new DefaultCamelContext();
                SftpSessions sessions = new SftpSessions(PATIENCE)) {
            KnownHosts.mistake(partner).ifPresent(words -> find(Verdict.BAD, words));
            SftpSession session = sessions.session(context, partner);
            enter(session);
            list(session, "outbound", partner.sftp().outbound());
            list(session, "inbound", partner.sftp().inbound());
            if (partner.sftp().archive() != null) {
                list(session, "afterPickup", partner.sftp().archive());
            }
            upload(sessions.outbound(context, partner));
            session.forceDisconnect();
            return sound;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void enter(SftpSession session) {
        try {
            session.open();
        } catch (RuntimeException e) {
            throw SftpFailures.of(partner.id(), "sign in", e);
        }
        find(Verdict.GOOD, "host key " + session.shownHostKey().orElseThrow() + " is pinned in the profile");
        find(Verdict.GOOD, "signed in as " + partner.sftp().signIn());
    }

    private void list(SftpSession session, String key, String folder) {
        try {
            int entries = session.listFiles(folder).length;
            find(Verdict.GOOD, "%s: folder %s lists %d entries".formatted(key, folder, entries));
        } catch (RuntimeException e) {
            String why = SftpFailures.of(partner.id(), "list a folder", e).getMessage();
            find(Verdict.BAD, "%s: folder %s cannot be listed: %s".formatted(key, folder, why));
        }
    }

    private void upload(RemoteFolder folder) {
        if (partner.sftp().upload() instanceof Upload.Renamed names) {
            renamed(folder, names.temporaryName(name, 1), names.temporaryName(name, 2));
        } else {
            direct(folder, name);
        }
    }

    private void renamed(RemoteFolder folder, String first, String second) {
        if (!stored(folder, first)) {
            return;
        }
        boolean renames = tried("rename", () -> folder.rename(first, second));
        if (renames) {
            find(Verdict.GOOD, "a file can be renamed");
            overwritten(folder, first, second);
        } else {
            find(
                    Verdict.BAD,
                    "a file cannot be renamed: where the partner forbids it, the profile needs 'upload: direct'");
        }
        deleted(folder, first);
        deleted(folder, second);
    }

    private boolean stored(RemoteFolder folder, String temporary) {
        boolean stored = tried("store", () -> {
            folder.storeNew(temporary, new ByteArrayInputStream(CONTENT));
            return true;
        });
        if (!stored) {
            return false;
        }
        OptionalLong size = folder.size(temporary);
        if (size.isEmpty()) {
            find(
                    Verdict.BAD,
                    "a file under the temporary name " + temporary + " vanished at once: ask the partner which names"
                            + " it leaves alone, and set 'upload'");
            return false;
        }
        if (size.getAsLong() != CONTENT.length) {
            find(Verdict.BAD, "of %d bytes the server kept %d".formatted(CONTENT.length, size.getAsLong()));
            return false;
        }
        find(Verdict.GOOD, "a file can be stored under the temporary name " + temporary);
        return true;
    }

    private void overwritten(RemoteFolder folder, String first, String second) {
        folder.storeNew(first, new ByteArrayInputStream(CONTENT));
        boolean overwrites;
        try {
            overwrites = folder.rename(first, second);
        } catch (RemoteFailure e) {
            overwrites = false;
        }
        find(
                overwrites ? Verdict.NOTE : Verdict.GOOD,
                overwrites
                        ? "renaming overwrites an existing file: nobody but this gateway may write into that folder"
                        : "renaming does not overwrite an existing file");
    }

    private void direct(RemoteFolder folder, String probe) {
        Optional<RemoteFolder.NewFile> made = Optional.empty();
        try {
            made = folder.create(probe);
        } catch (RemoteFailure e) {
            find(Verdict.BAD, e.getMessage());
        }
        made.ifPresent(file -> {
            file.write(new ByteArrayInputStream(CONTENT));
            find(Verdict.GOOD, "a file can be made under its final name, here " + probe);
            boolean again = folder.create(probe).isPresent();
            find(
                    again ? Verdict.BAD : Verdict.GOOD,
                    again
                            ? "a file can be made twice under one name: 'upload: direct' is not safe here"
                            : "a name that is taken is refused");
            deleted(folder, probe);
        });
    }

    private void deleted(RemoteFolder folder, String left) {
        boolean gone = tried("delete", () -> {
            folder.delete(left);
            return folder.size(left).isEmpty();
        });
        if (!gone) {
            find(Verdict.NOTE, left + " cannot be deleted: it stays, and so would what a broken upload leaves behind");
        }
    }

    private boolean tried(String what, Supplier<Boolean> attempt) {
        try {
            return attempt.get();
        } catch (RuntimeException e) {
            RuntimeException failure = SftpFailures.of(partner.id(), what, e);
            find(Verdict.BAD, failure.getMessage());
            return false;
        }
    }

    private void find(Verdict verdict, String words) {
        sound &= verdict != Verdict.BAD;
        findings.accept(new Finding(verdict, words));
    }
}
