package org.claimgate.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.claimgate.guide.MappingException;

/**
 * The smooks-config.xml of a mapping, before Smooks sees it: Smooks tells no line, and would also take scripts, templates and
 * classes of any kind. Only what is listed here may stand in one, and there is one reader.
 *
 * @param line of the reader
 */
record SmooksConfig(Path file, int line) {

    static final String FILE = "smooks-config.xml";

    private static final String LIST = "smooks-resource-list";
    private static final String SMOOKS = "https://www.smooks.org/xsd/smooks-2.0.xsd";
    private static final String DFDL = "https://www.smooks.org/xsd/smooks/dfdl-1.0.xsd";
    private static final String EDI = "https://www.smooks.org/xsd/smooks/edi-2.0.xsd";

    /** Elements, and the attributes that each has. */
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            name(SMOOKS, LIST), Set.of(),
            name(SMOOKS, "reader"), Set.of("class"),
            name(DFDL, "parser"), Set.of("schemaUri"),
            name(DFDL, "variables"), Set.of(),
            name(DFDL, "variable"), Set.of("name", "value"),
            name(EDI, "parser"), Set.of("schemaUri"));

    private static final Set<String> READERS =
            Set.of(name(SMOOKS, "reader"), name(DFDL, "parser"), name(EDI, "parser"));

    /** @throws MappingException for what may not stand in the file, with its line */
    static SmooksConfig read(Path folder) {
        Path file = folder.resolve(FILE);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = Files.newInputStream(file)) {
            return read(file, factory.createXMLStreamReader(in));
        } catch (XMLStreamException e) {
            throw new MappingException(file, e.getLocation().getLineNumber(), "is not well-formed XML");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SmooksConfig read(Path file, XMLStreamReader xml) throws XMLStreamException {
        SmooksConfig config = null;
        while (xml.hasNext()) {
            int event = xml.next();
            int line = xml.getLocation().getLineNumber();
            if (event == XMLStreamReader.DTD) {
                throw new MappingException(file, line, "a document type may not stand here");
            }
            if (event == XMLStreamReader.START_ELEMENT && isReader(file, line, xml)) {
                if (config != null) {
                    throw new MappingException(file, line, "a second reader may not stand here");
                }
                config = new SmooksConfig(file, line);
            }
        }
        if (config == null) {
            throw new MappingException(file, 1, "one of dfdl:parser, edi:parser and reader is missing");
        }
        return config;
    }

    private static boolean isReader(Path file, int line, XMLStreamReader xml) {
        String element = name(xml.getNamespaceURI(), xml.getLocalName());
        Set<String> attributes = ALLOWED.get(element);
        if (attributes == null) {
            throw new MappingException(file, line, "<" + xml.getLocalName() + "> may not stand here");
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String attribute = xml.getAttributeLocalName(i);
            if (!attributes.contains(attribute)) {
                throw new MappingException(file, line, "'" + attribute + "' may not stand here");
            }
        }
        for (String attribute : attributes) {
            if (xml.getAttributeValue(null, attribute) == null) {
                throw new MappingException(file, line, "'" + attribute + "' is missing");
            }
        }
        String type = xml.getAttributeValue(null, "class");
        if (type != null && !type.equals(XmlReader.class.getName())) {
            throw new MappingException(file, line, "the class of a reader is " + XmlReader.class.getName());
        }
        return READERS.contains(element);
    }

    private static String name(String namespace, String local) {
        return "{" + namespace + "}" + local;
    }

    MappingException mistake(String message) {
        return new MappingException(file, line, message);
    }
}
