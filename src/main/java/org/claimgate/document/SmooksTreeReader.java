package org.claimgate.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.claimgate.guide.MappingException;
import org.smooks.Smooks;
import org.smooks.api.ExecutionContext;
import org.smooks.api.SmooksException;
import org.smooks.io.source.StreamSource;

/** Reads documents as a smooks-config.xml says: text by a DFDL schema, or XML. */
final class SmooksTreeReader implements TreeReader {

    /** A character that no document begins with. */
    private static final String NO_DOCUMENT = "\uE000";

    private final Smooks smooks;

    private SmooksTreeReader(Smooks smooks) {
        this.smooks = smooks;
    }

    /**
     * Compiles the configuration of a folder and the schemas that it names.
     *
     * @throws MappingException for a mistake in one of them, with file and line
     */
    static SmooksTreeReader compile(Path folder) {
        SmooksConfig config = SmooksConfig.ofReader(folder);
        SmooksTreeReader reader = new SmooksTreeReader(config.open(smooks -> smooks.addVisitor(new RecordTree(), "*")));
        reader.checkRoot(config);
        return reader;
    }

    /** A root that takes nothing of what is no document would be found without an end. */
    private void checkRoot(SmooksConfig config) {
        try {
            read(new Content(NO_DOCUMENT.getBytes(StandardCharsets.UTF_8)), new Watch(Limits.USUAL));
        } catch (RecordTree.EndlessRoot e) {
            throw config.mistake("the root element of the schema may take nothing: something in it must be there");
        } catch (Refusal good) {
            return;
        }
    }

    /** An assert whose own calculation fails makes no mistake of the parser, and no tree. */
    private static JsonNode whole(JsonNode tree) {
        if (tree.isEmpty()) {
            throw Refusal.syntax("a document as its schema says", "of the whole document");
        }
        return tree;
    }

    @Override
    public JsonNode read(Content content, Watch watch) {
        ExecutionContext context = smooks.createExecutionContext();
        context.setContentEncoding(StandardCharsets.UTF_8.name());
        RecordTree.begin(context, watch);
        try (InputStream in = watch.over(content)) {
            smooks.filterSource(context, new StreamSource<>(in));
            return whole(RecordTree.of(context));
        } catch (SmooksException e) {
            throw watch.reason() == null ? Diagnosis.ofDocument(e, context, content) : watch.reason();
        } catch (StackOverflowError e) {
            throw Refusal.limit("fewer parts one inside another, or one after another in a pattern", "of the schema");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
