package org.claimgate.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the clearinghouse saw, from the files that it keeps: every file that ever had its final name in a folder for us. */
final class Dropped {

    private static final Pattern INTERCHANGE = Pattern.compile("^ISA(?:\\*[^*]*){12}\\*(\\d{9})\\*");
    private static final Pattern SET = Pattern.compile("~\\n?ST\\*(\\w+)\\*");
    private static final Pattern CLAIM = Pattern.compile("~\\n?CLM\\*([^*]+)\\*");
    private static final Pattern QUESTION = Pattern.compile("~\\n?TRN\\*1\\*");

    private final Path folder;
    private final Map<Path, Seen> read = new HashMap<>();

    /** @param folder the clearinghouse's work folder */
    Dropped(Path folder) {
        this.folder = folder;
    }

    /**
     * One file.
     *
     * @param interchange partner's user and ISA13
     * @param set ST01 of its first set
     * @param claims CLM01 of every claim
     * @param silent whether nobody answers it
     */
    record Seen(String interchange, String set, List<String> claims, boolean silent, long questions) {

        private static Seen of(Path file) {
            String text = text(file);
            Matcher interchange = INTERCHANGE.matcher(text);
            Matcher set = SET.matcher(text);
            if (!interchange.find() || !set.find()) {
                throw new IllegalStateException("A file without an interchange or a set was dropped: " + file);
            }
            String user = file.getParent().getParent().getFileName().toString();
            boolean asks = set.group(1).equals("276");
            return new Seen(
                    user + " " + interchange.group(1),
                    set.group(1),
                    CLAIM.matcher(text).results().map(claim -> claim.group(1)).toList(),
                    text.contains(Claim.SILENT_PAYER),
                    asks ? QUESTION.matcher(text).results().count() : 0);
        }

        private boolean isAcknowledgment() {
            return set.equals("999");
        }

        /** Claims are answered by a 277CA and an 835, questions by a 277; each of these is to be acknowledged. */
        private int expectedAcknowledgments() {
            return isAcknowledgment() || silent ? 0 : claims.isEmpty() ? 1 : 2;
        }
    }

    int files() {
        return seen().size();
    }

    /** CLM01 of every claim in every file, as often as it was seen. */
    List<String> claims() {
        return seen().stream().flatMap(file -> file.claims().stream()).toList();
    }

    List<String> interchanges() {
        return seen().stream().map(Seen::interchange).toList();
    }

    long acknowledgments() {
        return seen().stream().filter(Seen::isAcknowledgment).count();
    }

    long expectedAcknowledgments() {
        return seen().stream().mapToInt(Seen::expectedAcknowledgments).sum();
    }

    /** Questions how far claims have come. */
    long questions() {
        return seen().stream().mapToLong(Seen::questions).sum();
    }

    /** Whether nothing lies in a folder that somebody has to take it from. */
    boolean isQuiet() {
        return Stream.of("received", "answers")
                        .allMatch(box -> boxes("desk", box).isEmpty())
                && Stream.of("outbound", "inbound")
                        .flatMap(box -> boxes("users", box).stream())
                        .allMatch(Dropped::isHidden);
    }

    /** Files under a temporary name in a folder for us. */
    List<Path> uploads() {
        return boxes("users", "outbound").stream().filter(Dropped::isHidden).toList();
    }

    private List<Seen> seen() {
        return Stream.of("processed", "unreadable")
                .flatMap(box -> boxes("desk", box).stream())
                .map(file -> read.computeIfAbsent(file, Seen::of))
                .toList();
    }

    private List<Path> boxes(String place, String box) {
        return list(folder.resolve(place)).stream()
                .flatMap(user -> list(user.resolve(box)).stream())
                .toList();
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
