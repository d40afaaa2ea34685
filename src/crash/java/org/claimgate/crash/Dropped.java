package org.claimgate.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the clearinghouse saw, from the files that it keeps: every file that ever had its final name in a folder for us.
 *
 * @param folder the clearinghouse's work folder
 */
record Dropped(Path folder) {

    private static final Pattern CLAIM = Pattern.compile("CLM\\*([^*]+)\\*");
    private static final Pattern INTERCHANGE = Pattern.compile("^ISA(?:\\*[^*]*){12}\\*(\\d{9})\\*");
    private static final Pattern ANSWER_SET = Pattern.compile("~\\n?ST\\*999\\*");
    private static final Pattern QUESTION = Pattern.compile("~\\n?TRN\\*1\\*");
    private static final Pattern QUESTION_SET = Pattern.compile("~\\n?ST\\*276\\*");

    /** CLM01 of every claim in every file, as often as it was seen. */
    List<String> claims() {
        List<String> numbers = new ArrayList<>();
        for (String file : files()) {
            Matcher matcher = CLAIM.matcher(file);
            while (matcher.find()) {
                numbers.add(matcher.group(1));
            }
        }
        return numbers;
    }

    /** Partner's user and ISA13 of every file. */
    List<String> interchanges() {
        List<String> numbers = new ArrayList<>();
        for (Path file : paths("processed", "unreadable")) {
            Matcher matcher = INTERCHANGE.matcher(read(file));
            if (!matcher.find()) {
                throw new IllegalStateException("A file without an interchange was dropped: " + file);
            }
            numbers.add(file.getParent().getParent().getFileName() + " " + matcher.group(1));
        }
        return numbers;
    }

    /** Files of claims or questions, each of which is answered by a 277CA and an 835, or by a 277. */
    long expectedAcknowledgments() {
        return files().stream()
                .mapToLong(file -> CLAIM.matcher(file).find()
                        ? 2
                        : QUESTION_SET.matcher(file).find() ? 1 : 0)
                .sum();
    }

    /** 999 files. */
    long acknowledgments() {
        return files().stream().filter(file -> ANSWER_SET.matcher(file).find()).count();
    }

    /** Questions how far claims have come. */
    long questions() {
        return files().stream()
                .filter(file -> QUESTION_SET.matcher(file).find())
                .mapToLong(file -> QUESTION.matcher(file).results().count())
                .sum();
    }

    /** Whether nothing lies in a folder that somebody has to take it from. */
    boolean isQuiet() {
        return paths("received", "answers").isEmpty()
                && visible("outbound").isEmpty()
                && visible("inbound").isEmpty();
    }

    /** A temporary file in a folder for us that has begun and is not as large as it will be. */
    List<Path> halves() {
        return under(folder.resolve("users"), "outbound").stream()
                .filter(file -> file.getFileName().toString().startsWith("."))
                .toList();
    }

    private List<Path> visible(String box) {
        return under(folder.resolve("users"), box).stream()
                .filter(file -> !file.getFileName().toString().startsWith("."))
                .toList();
    }

    private List<String> files() {
        return paths("processed", "unreadable").stream().map(Dropped::read).toList();
    }

    private List<Path> paths(String... boxes) {
        List<Path> all = new ArrayList<>();
        for (String box : boxes) {
            all.addAll(under(folder.resolve("desk"), box));
        }
        return all;
    }

    private static List<Path> under(Path users, String box) {
        List<Path> found = new ArrayList<>();
        for (Path user : list(users)) {
            found.addAll(list(user.resolve(box)));
        }
        return found;
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

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
