package org.claimgate.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.claimgate.guide.Guides;
import org.claimgate.guide.MappingException;
import org.claimgate.yaml.YamlObject;

/** A folder that holds a mapping, by what its description says of it. */
public interface MappingFolder {

    /** Its name is the name of the mapping. */
    Path folder();

    /** For people. */
    String title();

    /** What it is for and what it makes, in words. */
    String inWords();

    /** @throws MappingException for a mistake in one of its files, with file and line */
    TestedMapping compile(Guides guides);

    default String name() {
        return folder().getFileName().toString();
    }

    /**
     * All that a folder of mappings holds beside X12: documents/ and claims/.
     *
     * @throws MappingException for a mistake in one of the descriptions, with file and line
     */
    static List<MappingFolder> all(Path mappings) {
        List<MappingFolder> all = new ArrayList<>(Description.everything(mappings.resolve("documents")));
        all.addAll(ClaimDescription.all(mappings.resolve("claims")));
        return all;
    }

    /** What the descriptions of the folders in a folder say, by name; none where there is no such folder. */
    static <T> List<T> read(Path mappings, String file, BiFunction<Path, YamlObject, T> description) {
        if (Files.notExists(mappings)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(mappings)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(folder -> description.apply(folder, yaml(folder.resolve(file))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static YamlObject yaml(Path file) {
        if (!Files.isReadable(file)) {
            Path mappings = file.getParent().getParent();
            throw new MappingException(file, 1, "is missing; every folder of " + mappings + " is a mapping");
        }
        try {
            return YamlObject.read(file, Function.identity(), MappingException::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JSLT file that a description names. */
    static Path transformation(Path folder, YamlObject yaml) {
        Path file = folder.resolve(yaml.text("mapping")).normalize();
        if (!Files.isReadable(file)) {
            throw yaml.mistake("mapping", "there is no file " + file);
        }
        return file;
    }
}
