package org.claimgate.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.claimgate.ledger.DurableFile;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.OutboxStore;
import org.claimgate.ledger.OutgoingMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes payments into files for whoever posts them: one of each 835, or of each 5,000 payments of a larger one. A file lies whole
 * under a hidden name before its payments are marked, and gets its name after: of one hidden file only one rename can ever
 * succeed. So each file appears once, also when the process dies in between and whoever posts has taken it away already.
 */
public final class Posting {

    private static final Logger LOG = LoggerFactory.getLogger(Posting.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HASH_LENGTH = 16;

    /** A file is made in memory. */
    private static final int MOST_PAYMENTS = 5_000;

    private final Ledger ledger;
    private final SentDocument document;
    private final Path folder;

    public Posting(Ledger ledger, SentDocument document, Path folder) {
        this.ledger = ledger;
        this.document = document;
        this.folder = folder;
    }

    /** Writes all that waits; answers how many files appeared. */
    public int run() {
        int files = showLeftBehind();
        Optional<Hidden> written = ledger.durably(this::writeNext);
        while (written.isPresent()) {
            Failpoint.POSTING_COMMITTED.reached();
            files += show(written.get()) ? 1 : 0;
            written = ledger.durably(this::writeNext);
        }
        return files;
    }

    /**
     * A file that nobody sees yet.
     *
     * @param place of its first payment, which is marked when the file may appear
     * @param writing of this writing of it alone: the payments are marked with it
     */
    private record Hidden(long place, String writing, String name) {

        private static final Pattern NAME = Pattern.compile("\\.(\\d{1,18})\\.([0-9a-f-]{36})\\.(.+)");

        static Optional<Hidden> of(Path file) {
            Matcher parts = NAME.matcher(file.getFileName().toString());
            return parts.matches()
                    ? Optional.of(new Hidden(Long.parseLong(parts.group(1)), parts.group(2), parts.group(3)))
                    : Optional.empty();
        }

        Path in(Path folder) {
            return folder.resolve("." + place + "." + writing + "." + name);
        }
    }

    private Optional<Hidden> writeNext() {
        List<OutboxStore.Waiting> payments = ledger.outbox().lockUnposted(Messages.PAYMENT_QUEUE, MOST_PAYMENTS);
        if (payments.isEmpty()) {
            return Optional.empty();
        }
        List<JsonNode> messages = new ArrayList<>();
        payments.forEach(payment -> messages.add(json(payment.message())));
        OutboxStore.Waiting first = payments.get(0);
        Hidden file = new Hidden(
                first.place(), UUID.randomUUID().toString(), name(first.message()) + "." + document.extension());
        write(file, bytes(file.name(), messages));
        Failpoint.POSTING_WRITTEN.reached();
        ledger.outbox().posted(payments, file.writing());
        LOG.info("Wrote {} payments into {}", messages.size(), file.name());
        return Optional.of(file);
    }

    private byte[] bytes(String name, List<JsonNode> messages) {
        try {
            return document.write(messages);
        } catch (RuntimeException e) {
            throw new IllegalStateException("The file " + name + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** The id of a message of a file is {@code file:<hash>:<ordinal>}. */
    private static String name(OutgoingMessage first) {
        String[] parts = first.duplicateId().split(":", -1);
        return first.partner() + "-" + parts[1].substring(0, HASH_LENGTH) + "-" + parts[2];
    }

    private static JsonNode json(OutgoingMessage message) {
        try {
            return JSON.readTree(message.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Message " + message.duplicateId() + " is not JSON");
        }
    }

    /** What an earlier try left of the same payments goes: its name may have been another. */
    private void write(Hidden file, byte[] bytes) {
        try {
            DurableFile.createFolder(folder);
            for (Hidden left : hidden()) {
                if (left.place() == file.place()) {
                    delete(left);
                }
            }
            DurableFile.write(file.in(folder), bytes);
        } catch (IOException e) {
            throw new FolderFailure("The file " + file.name() + " cannot be written into claimgate.payments.folder", e);
        }
    }

    /**
     * Those whose payments are marked by them: the process died before they appeared, or could not let them appear. Where another
     * file has the payments, its writer had lost its turn.
     */
    private int showLeftBehind() {
        int files = 0;
        for (Hidden file : hidden()) {
            Optional<String> writing = ledger.outbox().postedBy(file.place());
            if (writing.isPresent() && !writing.get().equals(file.writing())) {
                delete(file);
            } else if (writing.isPresent()) {
                // It may have been marked and not forced.
                ledger.force();
                files += show(file) ? 1 : 0;
            }
        }
        return files;
    }

    private void delete(Hidden file) {
        try {
            Files.deleteIfExists(file.in(folder));
        } catch (IOException e) {
            throw new FolderFailure("The file " + file.name() + " cannot be removed from claimgate.payments.folder", e);
        }
    }

    private List<Hidden> hidden() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> Hidden.of(file).stream()).toList();
        } catch (IOException e) {
            throw new FolderFailure("claimgate.payments.folder cannot be read", e);
        }
    }

    /** False when another process has done so. */
    private boolean show(Hidden file) {
        try {
            DurableFile.rename(file.in(folder), folder.resolve(file.name()));
            Failpoint.POSTING_VISIBLE.reached();
            return true;
        } catch (NoSuchFileException e) {
            LOG.debug("{} has been there already", file.name());
            return false;
        } catch (IOException e) {
            throw new FolderFailure("The file " + file.name() + " cannot appear in claimgate.payments.folder", e);
        }
    }
}
