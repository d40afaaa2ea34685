package org.claimgate.cli.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.claimgate.claim.edit.Edits;
import org.claimgate.cli.edit.ReceivedEdits;
import org.claimgate.guide.Document;
import org.claimgate.guide.DocumentHandler;
import org.claimgate.guide.DocumentReader;
import org.claimgate.guide.Glossary;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.guide.PrivacyRules;
import org.claimgate.guide.SegmentListener;
import org.claimgate.guide.SegmentPlace;
import org.claimgate.x12.Delimiters;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.Limits;
import org.claimgate.x12.Segment;
import org.claimgate.x12.TransactionSet;

/**
 * Follows one file and writes it to a page: interchanges, groups, sets and loops nested, each segment in words, each
 * issue where it belongs. An issue comes before its segment does; it is held until then.
 */
public final class Explainer implements DocumentHandler, SegmentListener {

    /** Issues that are found when a loop closes, at the segment after it: they stand before that segment. */
    private static final Set<String> OF_CLOSED_LOOPS = Set.of("IK304:3", "IK304:I6", "IK304:I7");

    private static final Set<String> OF_ENVELOPE = Set.of("IK502:", "AK905:", "TA105:");

    private final Narrator narrator;
    private final Page page;
    private final boolean open;
    private final Consumer<Issue> issues;
    private final List<Issue> held = new ArrayList<>();
    private final List<SegmentPlace.Step> loops = new ArrayList<>();
    private ReceivedEdits edits;
    private Trail trail;
    private byte terminator = Delimiters.USUAL.terminator();
    private boolean announced;
    private int position;
    private boolean inInterchange;
    private boolean inGroup;
    private boolean inSet;
    private Paragraph header;

    /**
     * @param open whether what could tell who a patient is, is shown
     * @param issues is told of every issue
     */
    public Explainer(Glossary glossary, PrivacyRules privacy, Page page, boolean open, Consumer<Issue> issues) {
        this.narrator = new Narrator(glossary, privacy, open);
        this.page = page;
        this.open = open;
        this.issues = issues;
    }

    /** Explains a stream to its end; throws only when the stream or the page fails. */
    public void read(Guides guides, InputStream in) throws IOException {
        edits = new ReceivedEdits(new Edits(guides, Clock.systemUTC()), this::issue);
        trail = new Trail(in);
        try {
            new DocumentReader(guides, Limits.USUAL).read(trail, this, this);
            passedOver(trail.end(terminator));
            closeInterchange();
        } catch (UncheckedIOException unwritable) {
            throw unwritable.getCause();
        }
    }

    @Override
    public void envelope(Segment segment) {
        passedOver(trail.segmentAt(segment.offset(), terminator));
        switch (segment.id()) {
            case "ISA" -> {
                closeInterchange();
                header = narrator.tell(segment, "", "", 0, List.of());
            }
            case "GS" -> {
                closeGroup();
                header = narrator.tell(segment, "", "", 0, List.of());
            }
            case "ST" -> {
                closeSet();
                header = narrator.tell(segment, "", "", 1, List.of());
            }
            case "SE" -> {
                closeLoops(0);
                print(narrator.tell(segment, "", "", position + 1, List.of()));
                closeSet();
            }
            case "GE" -> {
                closeSet();
                print(narrator.tell(segment, "", "", 0, List.of()));
                closeGroup();
            }
            case "IEA" -> {
                closeGroup();
                print(narrator.tell(segment, "", "", 0, List.of()));
                closeInterchange();
            }
            default -> print(narrator.tell(segment, "", "", 0, List.of()));
        }
    }

    @Override
    public void interchange(Interchange interchange) {
        terminator = interchange.delimiters().terminator();
        inInterchange = true;
        openLevel(
                "Interchange " + interchange.controlNumber(),
                interchange.senderId() + " to " + interchange.receiverId());
    }

    @Override
    public void group(FunctionalGroup group) {
        inGroup = true;
        openLevel("Group " + group.controlNumber(), group.functionalIdentifier() + " " + group.version());
    }

    @Override
    public void set(TransactionSet set, Guide guide) {
        inSet = true;
        position = 1;
        openLevel("Set " + set.controlNumber(), guide == null ? "no guide for " + set.identifier() : guide.title());
    }

    private void openLevel(String id, String title) {
        write(() -> page.open(id, title));
        print(header);
    }

    @Override
    public void segment(Segment segment, int newPosition) {
        announced = true;
        position = newPosition;
    }

    @Override
    public void placed(Segment segment, SegmentPlace place) {
        announced = false;
        passedOver(trail.segmentAt(segment.offset(), terminator));
        if (!place.loops().isEmpty()) {
            enter(place.loops().subList(1, place.loops().size()));
        }
        String loop = place.use().isEmpty()
                ? ""
                : place.loops().get(place.loops().size() - 1).id();
        Paragraph paragraph = narrator.tell(segment, place.title(), loop, position, held);
        held.clear();
        print(paragraph);
    }

    private void enter(List<SegmentPlace.Step> path) {
        int shared = 0;
        while (shared < Math.min(path.size(), loops.size()) && path.get(shared).equals(loops.get(shared))) {
            shared++;
        }
        closeLoops(shared);
        for (SegmentPlace.Step step : path.subList(shared, path.size())) {
            loops.add(step);
            String number = step.occurrence() > 1 ? step.title() + " (" + step.occurrence() + ")" : step.title();
            write(() -> page.open(step.id(), number.strip()));
        }
    }

    @Override
    public void issue(Issue issue) {
        edits.note(issue);
        issues.accept(issue);
        boolean before = issue.place().position() < position;
        if (announced && !before && !OF_CLOSED_LOOPS.contains(issue.code())) {
            held.add(issue);
            return;
        }
        if (OF_ENVELOPE.stream().anyMatch(issue.code()::startsWith)) {
            closeLoops(0);
        }
        write(() -> page.issue(issue));
    }

    @Override
    public void document(Guide guide, Document document) {
        edits.check(guide, document);
    }

    @Override
    public void setEnd(TransactionSet set) {
        closeLoops(0);
        edits.endSet();
    }

    private void passedOver(Trail.Gap gap) {
        if (gap != null) {
            write(() -> page.passedOver(gap, open ? gap.text() : null));
        }
    }

    private void closeLoops(int left) {
        while (loops.size() > left) {
            loops.remove(loops.size() - 1);
            write(page::close);
        }
    }

    private void closeSet() {
        closeLoops(0);
        if (inSet) {
            inSet = false;
            write(page::close);
        }
    }

    private void closeGroup() {
        closeSet();
        if (inGroup) {
            inGroup = false;
            write(page::close);
        }
    }

    private void closeInterchange() {
        closeGroup();
        if (inInterchange) {
            inInterchange = false;
            write(page::close);
        }
    }

    private void print(Paragraph paragraph) {
        write(() -> page.segment(paragraph));
    }

    /** Something that writes. */
    private interface Writing {

        void run() throws IOException;
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
