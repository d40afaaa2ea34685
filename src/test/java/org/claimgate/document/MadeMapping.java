package org.claimgate.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.claimgate.guide.Guides;

/** A mapping that a test makes, in a folder of its own below one that holds text.dfdl.xsd. */
record MadeMapping(Path folder) {

    static final Path SHIPPED = Path.of("mappings/documents");
    static final Guides GUIDES = Guides.load(Path.of("mappings/x12"));

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);

    /** Takes whatever there is and makes a notice of it. */
    static final String NOTICE_DESCRIPTION =
            """
            title: Made by a test
            direction: received
            recognize: {begins: x}
            becomes: notices
            mapping: notice.jslt
            """;

    static final String NOTICE = """
            {"text": to-json(.), "severity": "information"}
            """;

    static final String XML_READER =
            """
            <smooks-resource-list xmlns="https://www.smooks.org/xsd/smooks-2.0.xsd">
              <reader class="org.claimgate.document.XmlReader"/>
            </smooks-resource-list>
            """;

    static final String TEXT_READER =
            """
            <smooks-resource-list xmlns="https://www.smooks.org/xsd/smooks-2.0.xsd"
                                  xmlns:dfdl="https://www.smooks.org/xsd/smooks/dfdl-1.0.xsd">
              <dfdl:parser schemaUri="text.xsd"/>
            </smooks-resource-list>
            """;

    /** A mapping of JSON documents to notices, until files are put in the place of its own. */
    static MadeMapping in(Path mappings) throws IOException {
        Path folder = Files.createDirectories(mappings.resolve("made"));
        Files.copy(SHIPPED.resolve("text.dfdl.xsd"), mappings.resolve("text.dfdl.xsd"));
        return new MadeMapping(folder).with("document.yaml", NOTICE_DESCRIPTION).with("notice.jslt", NOTICE);
    }

    MadeMapping with(String file, String content) {
        try {
            Files.writeString(folder.resolve(file), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A schema with these elements in its root. */
    MadeMapping withSchema(String content) {
        return with("smooks-config.xml", TEXT_READER)
                .with(
                        "text.xsd",
                        """
                        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:dfdl="http://www.ogf.org/dfdl/dfdl-1.0/"
                                   xmlns:text="urn:claimgate:text">
                          <xs:import namespace="urn:claimgate:text" schemaLocation="../text.dfdl.xsd"/>
                          <xs:annotation><xs:appinfo source="http://www.ogf.org/dfdl/">
                            <dfdl:format ref="text:format"/>
                          </xs:appinfo></xs:annotation>
                          <xs:element name="root"><xs:complexType><xs:sequence>
                        %s
                          </xs:sequence></xs:complexType></xs:element>
                        </xs:schema>
                        """
                                .formatted(content));
    }

    DocumentMapping compile() {
        return DocumentMapping.compile(Description.all(folder.getParent()).get(0), GUIDES);
    }

    static Trial read(DocumentMapping mapping, String document) {
        return read(mapping, document.getBytes(StandardCharsets.UTF_8));
    }

    static Trial read(DocumentMapping mapping, byte[] document) {
        return read(mapping, new ByteArrayInputStream(document));
    }

    static Trial read(DocumentMapping mapping, InputStream document) {
        try {
            return Trial.of(mapping, document, GUIDES, CLOCK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its issues, each as {@code CODE message [pointer]}. */
    static List<String> issues(Trial trial) {
        return trial.issues().stream()
                .map(issue -> issue.code() + " " + issue.message()
                        + (issue.pointer().isEmpty() ? "" : " [" + issue.pointer() + "]"))
                .toList();
    }
}
