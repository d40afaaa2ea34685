package org.claimgate.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.claimgate.flow.PartnerDocuments;
import org.claimgate.guide.Guides;
import org.claimgate.guide.MappingException;

/** All kinds of documents of mappings/documents/, found by convention: every folder there is one. */
public final class DocumentMappings implements PartnerDocuments {

    /** The more conditions, the earlier asked. */
    private static final Comparator<LazyMapping> MOST_CONDITIONS = Comparator.comparingInt(
                    (LazyMapping mapping) -> mapping.description().recognition().conditions())
            .reversed();

    private final List<LazyMapping> mappings;

    private DocumentMappings(List<LazyMapping> mappings) {
        this.mappings = mappings.stream().sorted(MOST_CONDITIONS).toList();
    }

    /**
     * Reads what the mappings of a folder are recognised by. Compiling one takes seconds, and happens when it is first needed or
     * with {@link #compile}. A folder that is not there has none.
     *
     * @throws MappingException for a mistake in a description, with file and line
     */
    public static DocumentMappings load(Path folder, Guides guides) {
        Map<Recognition, String> names = new HashMap<>();
        List<LazyMapping> mappings = new ArrayList<>();
        for (Description description : Description.all(folder)) {
            String other = names.put(description.recognition(), description.name());
            if (other != null) {
                Path file = description.folder().resolve(Description.FILE);
                throw new MappingException(file, 1, "recognizes the same files as " + other);
            }
            mappings.add(new LazyMapping(description, guides));
        }
        return new DocumentMappings(mappings);
    }

    /**
     * Compiles all mappings that have not been needed yet.
     *
     * @throws MappingException for a mistake in one of them, with file and line
     */
    public void compile() {
        mappings.forEach(LazyMapping::compiled);
    }

    @Override
    public Stream<Mapping> recognize(String partner, String fileName, byte[] beginning) {
        String text = Recognition.text(beginning);
        return mappings.stream()
                .filter(mapping -> mapping.recognizes(partner, fileName, text))
                .map(mapping -> mapping);
    }
}
