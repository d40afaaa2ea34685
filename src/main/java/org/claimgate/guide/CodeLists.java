package org.claimgate.guide;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** mappings/codes/: code lists that several guides share, a file each, read when a guide first names one. */
final class CodeLists {

    private static final Set<String> WORDS = Set.of("title", "date", "source", "open", "codes");

    private final Path folder;
    private final Map<String, CodeList> loaded = new HashMap<>();

    CodeLists(Path folder) {
        this.folder = folder;
    }

    /** @param use where the mapping file names the list */
    synchronized CodeList find(String name, Node use) {
        Path file = folder.resolve(name + ".yaml");
        if (!loaded.containsKey(name) && !Files.isReadable(file)) {
            throw use.mistake("there is no code list '" + name + "' (" + file + ")");
        }
        return loaded.computeIfAbsent(name, absent -> load(absent, Node.parse(file)));
    }

    /** A list that no mapping file names. */
    synchronized CodeList find(String name) {
        Path file = folder.resolve(name + ".yaml");
        if (!Files.isReadable(file)) {
            throw new MappingException(file, 1, "there is no code list '" + name + "'");
        }
        return loaded.computeIfAbsent(name, absent -> load(absent, Node.parse(file)));
    }

    private static CodeList load(String name, Node root) {
        root.entries().forEach((word, value) -> {
            if (!WORDS.contains(word)) {
                throw value.mistake("unknown word '" + word + "'; known: title, date, source, open, codes");
            }
        });
        Map<String, String> meanings = new LinkedHashMap<>();
        root.required("codes").entries().forEach((code, meaning) -> meanings.put(code, meaning.text()));
        root.required("title");
        root.required("date");
        Node open = root.entries().get("open");
        return new CodeList(name, meanings, open != null && Boolean.parseBoolean(open.text()));
    }
}
