package org.claimgate.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All guides of mappings/x12/, found by convention: every *.yaml there except segments.yaml is a guide. */
public final class Guides {

    private static final String DICTIONARY = "segments.yaml";
    private static final String CODES = "codes";

    private final List<Guide> guides;
    private final CodeLists lists;
    private final Map<String, Guide> byVersionAndSet = new HashMap<>();
    private final Map<String, Guide> byVocabulary = new HashMap<>();

    private Guides(List<Guide> guides, CodeLists lists) {
        this.guides = List.copyOf(guides);
        this.lists = lists;
        for (Guide guide : guides) {
            byVocabulary.put(guide.vocabulary(), guide);
            byVersionAndSet.put(key(guide.id(), guide.transactionSet()), guide);
            guide.aliases().forEach(alias -> byVersionAndSet.put(key(alias, guide.transactionSet()), guide));
        }
    }

    private static String key(String version, String transactionSet) {
        return version + " " + transactionSet;
    }

    /**
     * Loads the mapping files of a folder.
     *
     * @throws MappingException for a mistake in a file, with file and line; for a folder that holds no mapping files
     */
    public static Guides load(Path mappings) {
        if (!Files.isReadable(mappings.resolve(DICTIONARY))) {
            throw new MappingException(mappings);
        }
        Dictionary dictionary = Dictionary.load(mappings.resolve(DICTIONARY));
        CodeLists lists = new CodeLists(mappings.resolveSibling(CODES));
        List<Guide> guides = new ArrayList<>();
        for (Path file : files(mappings)) {
            guides.add(new GuideLoader(dictionary, lists).load(file));
        }
        return new Guides(guides, lists);
    }

    private static List<Path> files(Path mappings) {
        try (Stream<Path> entries = Files.list(mappings)) {
            return entries.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith(DICTIONARY))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Collection<Guide> all() {
        return guides;
    }

    /** The guide of a received set: by GS08 or ST03 (own id or alias) and ST01. */
    public Optional<Guide> find(String version, String transactionSet) {
        return Optional.ofNullable(byVersionAndSet.get(key(version, transactionSet)));
    }

    /** What a code means by a list of mappings/codes/, such as {@code claim-status}, in our own words; empty where it does not say. */
    public String meaning(String list, String code) {
        return lists.meaning(list, code);
    }

    /** Whether there is any guide for sets of this ST01, whatever its version. */
    public boolean know(String transactionSet) {
        return guides.stream().anyMatch(guide -> guide.transactionSet().equals(transactionSet));
    }

    /** The guide that writes this vocabulary. */
    public Guide forVocabulary(String vocabulary) {
        Guide guide = byVocabulary.get(vocabulary);
        if (guide == null) {
            throw new IllegalArgumentException("no guide in mappings/x12 has the vocabulary " + vocabulary);
        }
        return guide;
    }

    /**
     * A list of mappings/codes/.
     *
     * @param name of its file, without {@code .yaml}
     * @throws MappingException when there is none, or for a mistake in it
     */
    public CodeList codes(String name) {
        return lists.find(name);
    }
}
