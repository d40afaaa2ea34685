package org.claimgate.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.claimgate.flow.PartnerDocuments;
import org.claimgate.flow.PartnerDocuments.Handler;
import org.claimgate.flow.PartnerDocuments.Kind;
import org.claimgate.flow.PartnerDocuments.Origin;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.guide.MappingException;

/** A folder of mappings/documents/, compiled. */
public final class DocumentMapping implements PartnerDocuments.Mapping, TestedMapping {

    private final Description description;
    private final TreeReader reader;
    private final Transformation transformation;
    private final ResultCheck check;

    private DocumentMapping(
            Description description, TreeReader reader, Transformation transformation, ResultCheck check) {
        this.description = description;
        this.reader = reader;
        this.transformation = transformation;
        this.check = check;
    }

    /**
     * Compiles a mapping: its schema takes seconds. Without a smooks-config.xml its documents are JSON.
     *
     * @throws MappingException for a mistake in one of its files, with file and line
     */
    public static DocumentMapping compile(Description description, Guides guides) {
        Transformation transformation = Transformation.compile(description.transformation());
        TreeReader reader = Files.exists(description.folder().resolve(SmooksConfig.FILE))
                ? SmooksTreeReader.compile(description.folder())
                : new JsonTreeReader(description.limits());
        return new DocumentMapping(description, reader, transformation, ResultCheck.of(description.becomes(), guides));
    }

    @Override
    public String name() {
        return description.name();
    }

    @Override
    public Kind becomes() {
        return description.becomes();
    }

    @Override
    public Description description() {
        return description;
    }

    @Override
    public void read(InputStream in, Handler handler) throws IOException {
        List<Consumer<Handler>> found;
        try {
            found = read(in, new Watch(description.limits()));
        } catch (Refusal refusal) {
            found = List.of(told -> told.issue(refusal.issue()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        found.forEach(finding -> finding.accept(handler));
    }

    /** All of it before any of it is told: what breaks off in the end says nothing. */
    private List<Consumer<Handler>> read(InputStream in, Watch watch) throws IOException {
        JsonNode tree = tree(in, watch);
        List<Consumer<Handler>> found = new ArrayList<>();
        description.records().walk(tree, (record, value, around) -> {
            watch.check();
            transform(record, value, around, found);
        });
        return found;
    }

    private JsonNode tree(InputStream in, Watch watch) throws IOException {
        return reader.read(Content.read(in, description.encoding(), description.limits()), watch);
    }

    @Override
    public Trial trial(InputStream in, Guides guides, Clock clock) throws IOException {
        return Trial.of(this, in, guides, clock);
    }

    /** Gives an issue instead of a tree that cannot be made. */
    @Override
    public boolean isOfClaims() {
        return becomes() == Kind.CLAIMS;
    }

    @Override
    public Trial treeOf(InputStream in) throws IOException {
        try {
            return new Trial(tree(in, new Watch(description.limits())), List.of());
        } catch (Refusal refusal) {
            return new Trial(MissingNode.getInstance(), List.of(refusal.issue()));
        }
    }

    private void transform(int record, JsonNode value, Map<String, JsonNode> around, List<Consumer<Handler>> found) {
        int part = 0;
        try {
            JsonNode result = transformation.apply(value, around);
            for (JsonNode item : result.isArray() ? result : List.of(result)) {
                if (!item.isNull()) {
                    part++;
                    take(new Origin(record, part, value), item, found);
                }
            }
        } catch (Refusal refusal) {
            refuse(new Origin(record, part + 1, value), List.of(refusal.issue()), found);
        }
    }

    private void take(Origin origin, JsonNode result, List<Consumer<Handler>> found) {
        if (!(result instanceof ObjectNode object)) {
            refuse(
                    origin,
                    List.of(Refusal.mapping("the mapping gives no JSON object").issue()),
                    found);
            return;
        }
        List<Issue> issues = check.check(object);
        if (issues.isEmpty()) {
            found.add(handler -> handler.result(origin, object));
        } else {
            refuse(origin, issues, found);
        }
    }

    private static void refuse(Origin origin, List<Issue> issues, List<Consumer<Handler>> found) {
        found.add(handler -> handler.refused(origin, issues));
    }
}
