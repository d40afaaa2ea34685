package org.claimgate.document;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.claimgate.guide.Guides;
import org.claimgate.guide.MappingException;
import org.claimgate.yaml.YamlObject;

/**
 * What document.yaml says of a document that is sent.
 *
 * @param extension of the files that it is written into
 * @param records where its records stand in the tree that is written, such as {@code /posting/row}
 * @param transformation the JSLT that makes records of each message
 */
public record SentDescription(Path folder, String title, String extension, RecordPath records, Path transformation)
        implements MappingFolder {

    static SentDescription of(Path folder, YamlObject yaml) {
        yaml.oneOf("from", null, Set.of("payments"));
        SentDescription description = new SentDescription(
                folder,
                yaml.text("title"),
                yaml.text("extension"),
                records(folder, yaml),
                MappingFolder.transformation(folder, yaml));
        yaml.finish();
        return description;
    }

    private static RecordPath records(Path folder, YamlObject yaml) {
        RecordPath records = Description.records(folder, yaml);
        if (records.names().size() != 2) {
            throw yaml.mistake("each", "'each' names the root and its records: /posting/row");
        }
        return records;
    }

    /**
     * The mapping of a name.
     *
     * @throws MappingException when there is none that is sent
     */
    public static SentDescription named(Path mappings, String name) {
        List<SentDescription> sent = Description.everything(mappings).stream()
                .filter(SentDescription.class::isInstance)
                .map(SentDescription.class::cast)
                .filter(description -> description.name().equals(name))
                .toList();
        if (sent.isEmpty()) {
            throw new MappingException(
                    mappings.resolve(name).resolve(Description.FILE), 1, "there is no such document that is sent");
        }
        return sent.get(0);
    }

    @Override
    public String inWords() {
        return "is made of payments; ." + extension;
    }

    @Override
    public SentMapping compile(Guides guides) {
        return SentMapping.compile(this);
    }
}
