package org.claimgate.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimgate.flow.PartnerDocuments.Kind;
import org.claimgate.guide.Guides;
import org.claimgate.guide.MappingException;
import org.claimgate.yaml.YamlObject;

/**
 * What document.yaml says of a kind of document that is received.
 *
 * @param folder that it stands in; its name is the name of the mapping
 * @param title for people
 * @param encoding of the document's text
 * @param records where its records stand
 * @param transformation the JSLT that is run on each record
 */
public record Description(
        Path folder,
        String title,
        Recognition recognition,
        Kind becomes,
        Charset encoding,
        RecordPath records,
        Path transformation,
        Limits limits)
        implements MappingFolder {

    static final String FILE = "document.yaml";

    /**
     * The descriptions of received documents in a folder of mappings, by name; none where there is no such folder.
     *
     * @throws MappingException for a mistake in one of them, with file and line
     */
    public static List<Description> all(Path mappings) {
        return everything(mappings).stream()
                .filter(Description.class::isInstance)
                .map(Description.class::cast)
                .toList();
    }

    /** Those that are received and those that are sent. */
    static List<MappingFolder> everything(Path mappings) {
        return MappingFolder.read(mappings, FILE, (folder, yaml) -> {
            String direction = yaml.oneOf("direction", null, Set.of("received", "sent"));
            return direction.equals("sent") ? SentDescription.of(folder, yaml) : of(folder, yaml);
        });
    }

    private static Description of(Path folder, YamlObject yaml) {
        Description description = new Description(
                folder,
                yaml.text("title"),
                Recognition.of(yaml.object("recognize")),
                becomes(yaml),
                encoding(yaml),
                records(folder, yaml),
                MappingFolder.transformation(folder, yaml),
                Limits.of(yaml.objectIfPresent("limits")));
        yaml.finish();
        return description;
    }

    private static Kind becomes(YamlObject yaml) {
        Set<String> words = Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.toSet());
        String word = yaml.oneOf("becomes", null, words);
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static Charset encoding(YamlObject yaml) {
        String name = yaml.text("encoding", StandardCharsets.UTF_8.name());
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw yaml.mistake("encoding", "there is no encoding '" + name + "'");
        }
    }

    static RecordPath records(Path folder, YamlObject yaml) {
        RecordPath records;
        try {
            records = RecordPath.of(yaml.text("each", ""));
        } catch (IllegalArgumentException e) {
            throw yaml.mistake("each", e.getMessage());
        }
        String schemas = schemas(folder);
        for (String name : records.names()) {
            if (!schemas.isEmpty() && !schemas.contains(" name=\"" + name + "\"")) {
                throw yaml.mistake("each", "no schema has an element '" + name + "'");
            }
        }
        return records;
    }

    /** The text of the schemas of a folder, and of those beside it that are shared. */
    private static String schemas(Path folder) {
        StringBuilder text = new StringBuilder();
        for (Path place : List.of(folder, folder.resolveSibling("."))) {
            try (DirectoryStream<Path> schemas = Files.newDirectoryStream(place, "*.xsd")) {
                for (Path schema : schemas) {
                    text.append(Files.readString(schema));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (text.isEmpty()) {
                break;
            }
        }
        return text.toString();
    }

    @Override
    public String inWords() {
        return "becomes " + becomes.word() + "; " + recognition.inWords();
    }

    @Override
    public DocumentMapping compile(Guides guides) {
        return DocumentMapping.compile(this, guides);
    }
}
