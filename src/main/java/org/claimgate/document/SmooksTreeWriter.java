package org.claimgate.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.claimgate.guide.MappingException;
import org.smooks.Smooks;
import org.smooks.api.ExecutionContext;
import org.smooks.api.SmooksException;
import org.smooks.engine.resource.config.GenericReaderConfigurator;
import org.smooks.io.sink.StreamSink;
import org.smooks.io.source.StreamSource;

/** Writes records as a DFDL schema says. Smooks is handed XML events, so the records are XML on their way to it. */
final class SmooksTreeWriter {

    private static final Pattern NO_XML =
            Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final Smooks smooks;
    private final String root;
    private final String record;

    private SmooksTreeWriter(Smooks smooks, List<String> names) {
        this.smooks = smooks;
        this.root = names.get(0);
        this.record = names.get(1);
    }

    /** @throws MappingException for a mistake in the configuration or the schema, with file and line */
    static SmooksTreeWriter compile(SentDescription description) {
        Smooks smooks = SmooksConfig.ofWriter(description.folder())
                .open(empty -> empty.setReaderConfig(new GenericReaderConfigurator(XmlReader.class)));
        return new SmooksTreeWriter(smooks, description.records().names());
    }

    /** @throws Refusal when they are not what the schema takes */
    byte[] write(List<ObjectNode> records) {
        ExecutionContext context = smooks.createExecutionContext();
        context.setContentEncoding(StandardCharsets.UTF_8.name());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            smooks.filterSource(
                    context, new StreamSource<>(new ByteArrayInputStream(xml(records))), new StreamSink<>(out));
            return out.toByteArray();
        } catch (SmooksException e) {
            throw Refusal.mapping("the schema does not take what the mapping gives: other fields, or in another order");
        }
    }

    private byte[] xml(List<ObjectNode> records) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartElement(root);
            for (ObjectNode fields : records) {
                element(xml, record, fields);
            }
            xml.writeEndElement();
            xml.close();
            return out.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML cannot be written into memory", e);
        }
    }

    private static void element(XMLStreamWriter xml, String name, JsonNode value) throws XMLStreamException {
        if (value.isArray()) {
            for (JsonNode item : value) {
                element(xml, name, item);
            }
            return;
        }
        xml.writeStartElement(name);
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                element(xml, field.getKey(), field.getValue());
            }
        } else if (!value.isNull()) {
            xml.writeCharacters(NO_XML.matcher(value.asText()).replaceAll("\uFFFD"));
        }
        xml.writeEndElement();
    }
}
