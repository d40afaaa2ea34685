package org.claimgate.document;

import java.nio.file.Path;
import java.util.List;
import org.claimgate.guide.Guides;
import org.claimgate.guide.MappingException;
import org.claimgate.yaml.YamlObject;

/**
 * What claim.yaml says of another system's claims.
 *
 * @param senders ids of those who hand them in
 * @param transformation the JSLT that makes our claim of each JSON object
 */
public record ClaimDescription(Path folder, String title, List<String> senders, Path transformation)
        implements MappingFolder {

    static final String FILE = "claim.yaml";

    /** What the doors leave of a name: another id would never come. */
    private static final String SENDER = "[A-Za-z0-9._-]{1,80}";

    /**
     * The descriptions in a folder of mappings, by name; a folder that is not there holds none.
     *
     * @throws MappingException for a mistake in one of them, with file and line
     */
    public static List<ClaimDescription> all(Path mappings) {
        return MappingFolder.read(mappings, FILE, ClaimDescription::of);
    }

    private static ClaimDescription of(Path folder, YamlObject yaml) {
        ClaimDescription description = new ClaimDescription(
                folder, yaml.text("title"), senders(yaml), MappingFolder.transformation(folder, yaml));
        yaml.finish();
        return description;
    }

    private static List<String> senders(YamlObject yaml) {
        List<String> senders = yaml.texts("senders");
        if (senders.isEmpty() || !senders.stream().allMatch(sender -> sender.matches(SENDER))) {
            throw yaml.mistake(
                    "senders", "'senders' names ids of letters, digits, '.', '_' and '-', at most 80 of them");
        }
        return senders;
    }

    @Override
    public String inWords() {
        return "becomes claims; sender " + String.join(", ", senders);
    }

    @Override
    public ClaimMapping compile(Guides guides) {
        return ClaimMapping.compile(this);
    }
}
