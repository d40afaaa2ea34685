package org.claimgate.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimgate.guide.Document;
import org.claimgate.guide.DocumentHandler;
import org.claimgate.guide.DocumentReader;
import org.claimgate.guide.Envelope;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.x12.EnvelopeReader;
import org.claimgate.x12.Limits;

/**
 * Reads a dropped file twice: once as envelopes, so that every set is known even when nothing in it can be read, and once
 * as documents.
 */
final class DropReader {

    /** GS01 of a functional group of claims. */
    private static final String CLAIMS = "HC";

    private final Guides guides;

    DropReader(Guides guides) {
        this.guides = guides;
    }

    List<ReceivedInterchange> read(byte[] file) throws IOException {
        List<ReceivedInterchange> interchanges = readEnvelopes(file);
        new DocumentReader(guides, Limits.USUAL).read(new ByteArrayInputStream(file), new Sorter(interchanges));
        return interchanges;
    }

    private static List<ReceivedInterchange> readEnvelopes(byte[] file) throws IOException {
        List<ReceivedInterchange> interchanges = new ArrayList<>();
        EnvelopeReader reader = new EnvelopeReader(new ByteArrayInputStream(file), Limits.USUAL);
        ReceivedInterchange interchange = null;
        ReceivedGroup group = null;
        ReceivedSet set = null;
        for (EnvelopeReader.Event event = reader.next(); event != EnvelopeReader.Event.END; event = reader.next()) {
            switch (event) {
                case INTERCHANGE_BEGIN -> {
                    interchange = new ReceivedInterchange(reader.interchange());
                    interchanges.add(interchange);
                }
                case INTERCHANGE_ACKNOWLEDGMENT -> interchange
                        .acknowledged()
                        .add(reader.segment().text(1));
                case GROUP_BEGIN -> {
                    group = new ReceivedGroup(reader.group());
                    interchange.groups().add(group);
                }
                case SET_BEGIN -> {
                    set = new ReceivedSet(reader.set());
                    group.sets().add(set);
                }
                default -> {}
            }
        }
        return interchanges;
    }

    /** Puts claims, questions and issues where they belong. */
    private record Sorter(List<ReceivedInterchange> interchanges) implements DocumentHandler {

        @Override
        public void document(Guide guide, Document read) {
            boolean claims = CLAIMS.equals(guide.functionalIdentifier());
            if (!claims && !guide.vocabulary().equals(StatusAnswers.QUESTIONS)) {
                return;
            }
            ObjectNode document = read.json();
            Envelope envelope = Envelope.of(document);
            Optional<ReceivedSet> set = set(
                    envelope.interchange().controlNumber(),
                    envelope.group().controlNumber(),
                    envelope.set().controlNumber());
            if (claims && document.has("claimInformation")) {
                set.ifPresent(found -> found.claims().add(new Claim(document)));
            }
            if (!claims && document.has("encounter")) {
                set.ifPresent(found -> found.questions().add(document));
            }
        }

        @Override
        public void issue(Issue issue) {
            String number = issue.place().interchange();
            set(number, issue.place().group(), issue.place().set())
                    .map(ReceivedSet::issues)
                    .or(() -> interchange(number).map(ReceivedInterchange::issues))
                    .ifPresent(issues -> issues.add(issue));
        }

        private Optional<ReceivedInterchange> interchange(String number) {
            return interchanges.stream()
                    .filter(interchange -> interchange.header().controlNumber().equals(number))
                    .findFirst();
        }

        private Optional<ReceivedSet> set(String interchange, String group, String set) {
            return interchange(interchange).stream()
                    .flatMap(found -> found.groups().stream())
                    .filter(found -> found.header().controlNumber().equals(group))
                    .flatMap(found -> found.sets().stream())
                    .filter(found -> found.header().controlNumber().equals(set))
                    .findFirst();
        }
    }
}
