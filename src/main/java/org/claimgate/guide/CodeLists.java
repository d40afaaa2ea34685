package org.claimgate.guide;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** mappings/codes/: code lists that several guides share, a file each, read when one is first named. Safe for concurrent use. */
final class CodeLists {

    private static final Set<String> WORDS = Set.of("title", "date", "source", "open", "codes");

    private final Path folder;
    private final Map<String, CodeList> loaded = new ConcurrentHashMap<>();

    CodeLists(Path folder) {
        this.folder = folder;
    }

    /** @param use where the mapping file names the list */
    CodeList find(String name, Node use) {
        if (!loaded.containsKey(name) && !Files.isReadable(file(name))) {
            throw use.mistake("there is no code list '" + name + "' (" + file(name) + ")");
        }
        return find(name);
    }

    /** @throws MappingException when there is no such list */
    CodeList find(String name) {
        CodeList known = loaded.get(name);
        if (known == null && !Files.isReadable(file(name))) {
            throw new MappingException(file(name), 1, "there is no code list '" + name + "'");
        }
        return known != null ? known : loaded.computeIfAbsent(name, absent -> load(absent, Node.parse(file(absent))));
    }

    private Path file(String name) {
        return folder.resolve(name + ".yaml");
    }

    /** What a code means; empty where the list does not say. */
    String meaning(String name, String code) {
        return find(name).meanings().getOrDefault(code, "");
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
