package org.claimgate.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A schema for StAEDI of the 837 as the standard draws it, without a guide: the segments of our own dictionary with the
 * types and lengths of their elements, in the loops that generated claims need.
 */
final class StaediSchema {

    private static final Path DICTIONARY = Path.of("mappings/x12/segments.yaml");
    private static final Map<String, String> BASES =
            Map.of("ID", "identifier", "AN", "string", "DT", "date", "TM", "time", "N0", "numeric", "R", "decimal");
    private static final String STRUCTURE =
            """
            <transaction><sequence>
            <segment type="BHT" minOccurs="1"/>
            <loop code="1000" maxOccurs="10"><sequence>
              <segment type="NM1" minOccurs="1"/><segment type="REF" maxOccurs="2"/><segment type="PER" maxOccurs="2"/>
            </sequence></loop>
            <loop code="2000" maxOccurs="99999999"><sequence>
              <segment type="HL" minOccurs="1"/><segment type="PRV"/><segment type="SBR"/><segment type="PAT"/>
              <loop code="2010" maxOccurs="10"><sequence>
                <segment type="NM1" minOccurs="1"/><segment type="N3" maxOccurs="2"/><segment type="N4"/>
                <segment type="DMG"/><segment type="REF" maxOccurs="20"/><segment type="PER" maxOccurs="2"/>
              </sequence></loop>
              <loop code="2300" maxOccurs="100"><sequence>
                <segment type="CLM" minOccurs="1"/><segment type="REF" maxOccurs="30"/><segment type="HI" maxOccurs="25"/>
                <loop code="2310" maxOccurs="9"><sequence>
                  <segment type="NM1" minOccurs="1"/><segment type="PRV"/>
                </sequence></loop>
                <loop code="2400" maxOccurs="99999"><sequence>
                  <segment type="LX" minOccurs="1"/><segment type="SV1"/><segment type="DTP" maxOccurs="15"/>
                  <segment type="REF" maxOccurs="30"/>
                </sequence></loop>
              </sequence></loop>
            </sequence></loop>
            </sequence></transaction>
            """;

    private final Map<String, String> elementTypes = new TreeMap<>();
    private final StringBuilder types = new StringBuilder();

    private StaediSchema() {}

    static Schema load() throws IOException, EDISchemaException {
        String text = new StaediSchema().text(new YAMLMapper().readTree(DICTIONARY.toFile()));
        return SchemaFactory.newFactory().createSchema(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String text(JsonNode dictionary) {
        dictionary.path("composites").fields().forEachRemaining(entry -> type("compositeType", entry));
        dictionary.path("segments").fields().forEachRemaining(entry -> {
            if (STRUCTURE.contains("\"" + entry.getKey() + "\"")) {
                type("segmentType", entry);
            }
        });
        return "<schema xmlns=\"http://xlate.io/EDISchema/v4\">" + STRUCTURE + String.join("", elementTypes.values())
                + types + "</schema>";
    }

    private void type(String kind, Map.Entry<String, JsonNode> entry) {
        types.append(String.format("<%s name=\"%s\"><sequence>", kind, entry.getKey()));
        entry.getValue().fields().forEachRemaining(part -> {
            if (Character.isDigit(part.getKey().charAt(0))) {
                types.append(place(part.getValue().asText().split(" ")));
            }
        });
        types.append("</sequence></").append(kind).append('>');
    }

    /** A place such as {@code 98 ID 2-3} or {@code C022 x10}. */
    private String place(String[] words) {
        boolean composite = words[0].matches("[CS]\\d+");
        String last = words[words.length - 1];
        String repeats = last.startsWith("x") ? " maxOccurs=\"" + last.substring(1) + "\"" : "";
        String name = composite ? words[0] : elementType(words);
        return String.format("<%s type=\"%s\"%s/>", composite ? "composite" : "element", name, repeats);
    }

    private String elementType(String[] words) {
        String name = "E" + words[0] + "_" + words[2].replace('-', '_');
        String[] lengths = words[2].split("-");
        elementTypes.put(
                name,
                String.format(
                        "<elementType name=\"%s\" base=\"%s\" minLength=\"%s\" maxLength=\"%s\"/>",
                        name, BASES.get(words[1]), lengths[0], lengths[1]));
        return name;
    }
}
