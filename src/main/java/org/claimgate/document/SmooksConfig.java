package org.claimgate.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.claimgate.guide.MappingException;
import org.smooks.FilterSettings;
import org.smooks.Smooks;
import org.smooks.api.SmooksException;
import org.smooks.engine.DefaultApplicationContextBuilder;
import org.xml.sax.SAXException;

/**
 * The smooks-config.xml of a mapping, before Smooks sees it: Smooks tells no line, and would also take scripts, templates and
 * classes of any kind. Only what is listed here may stand in one, and there is one reader, or one writer.
 *
 * @param line of the reader or writer
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
            name(EDI, "parser"), Set.of("schemaUri"),
            name(DFDL, "unparser"), Set.of("schemaUri", "unparseOnNode"));

    private static final Set<String> READERS =
            Set.of(name(SMOOKS, "reader"), name(DFDL, "parser"), name(EDI, "parser"));

    private static final Set<String> WRITERS = Set.of(name(DFDL, "unparser"));

    /** @throws MappingException for what may not stand in the file of a document that is received, with its line */
    static SmooksConfig ofReader(Path folder) {
        return read(folder.resolve(FILE), READERS, WRITERS, "one of dfdl:parser, edi:parser and reader is missing");
    }

    /** @throws MappingException for what may not stand in the file of a document that is sent, with its line */
    static SmooksConfig ofWriter(Path folder) {
        return read(folder.resolve(FILE), WRITERS, READERS, "dfdl:unparser is missing");
    }

    private static SmooksConfig read(Path file, Set<String> wanted, Set<String> refused, String missing) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = Files.newInputStream(file)) {
            return read(file, factory.createXMLStreamReader(in), wanted, refused, missing);
        } catch (XMLStreamException e) {
            throw new MappingException(file, e.getLocation().getLineNumber(), "is not well-formed XML");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SmooksConfig read(
            Path file, XMLStreamReader xml, Set<String> wanted, Set<String> refused, String missing)
            throws XMLStreamException {
        SmooksConfig config = null;
        while (xml.hasNext()) {
            int event = xml.next();
            int line = xml.getLocation().getLineNumber();
            if (event == XMLStreamReader.DTD) {
                throw new MappingException(file, line, "a document type may not stand here");
            }
            if (event == XMLStreamReader.START_ELEMENT && check(file, line, xml, refused, wanted)) {
                if (config != null) {
                    throw new MappingException(file, line, "a second one may not stand here");
                }
                config = new SmooksConfig(file, line);
            }
        }
        if (config == null) {
            throw new MappingException(file, 1, missing);
        }
        return config;
    }

    /** Whether it is one of the wanted elements. */
    private static boolean check(Path file, int line, XMLStreamReader xml, Set<String> refused, Set<String> wanted) {
        String element = name(xml.getNamespaceURI(), xml.getLocalName());
        Set<String> attributes = ALLOWED.get(element);
        if (attributes == null || refused.contains(element)) {
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
        return wanted.contains(element);
    }

    private static String name(String namespace, String local) {
        return "{" + namespace + "}" + local;
    }

    /** Smooks with this configuration, and what else is to be set before it is compiled. */
    Smooks open(Consumer<Smooks> also) {
        Path folder = file.getParent();
        try (InputStream in = Files.newInputStream(file)) {
            Smooks smooks = new Smooks(new DefaultApplicationContextBuilder()
                    .withClassLoader(loader(folder))
                    .build());
            smooks.addResourceConfigs(folder.toUri().toString(), in);
            also.accept(smooks);
            smooks.setFilterSettings(FilterSettings.newSaxNgSettings().setDefaultSerializationOn(false));
            smooks.createExecutionContext();
            return smooks;
        } catch (SmooksException e) {
            throw Diagnosis.ofConfiguration(e, this);
        } catch (IOException | SAXException e) {
            throw mistake("cannot be read: " + e.getMessage());
        }
    }

    /** Finds the schemas in the folder. Lives as long as the mapping. */
    private static ClassLoader loader(Path folder) throws MalformedURLException {
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, SmooksConfig.class.getClassLoader());
    }

    MappingException mistake(String message) {
        return new MappingException(file, line, message);
    }
}
