package org.claimgate.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.claimgate.guide.Document;
import org.claimgate.guide.DocumentHandler;
import org.claimgate.guide.Guide;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.Segment;
import org.claimgate.x12.TransactionSet;

/**
 * Judges one file while it is read and hands out a receipt per interchange. The receipts of one file name at most 10,000
 * segments in error.
 */
public final class Receipts implements DocumentHandler {

    private static final String INTERCHANGE = "TA105:";
    private static final String GROUP = "AK905:";
    private static final String SOUND = "000";
    private static final String CONTROL_STRUCTURE = "022";
    private static final String INTERCHANGE_CONTENT = "024";
    private static final String NOT_SUPPORTED = "1";
    private static final int MOST_SEGMENTS = 10_000;

    /**
     * Faults after which no strictness can trust the interchange: numbers and counts that disagree, a wrong structure, an
     * end before the end, a control number that cannot be named and one that was there before, and requests of a network.
     */
    private static final Set<String> REJECTING =
            Set.of("001", "018", "021", "022", "023", "024", InterchangeReceipt.REPEATED, "028", "029", "030", "031");

    private final Guide interchangeGuide;
    private final String acknowledgments;
    private final ErrorLevel strictness;
    private final Predicate<Guide> wanted;
    private final Predicate<Interchange> unused;
    private final Consumer<InterchangeReceipt> receipts;
    private final List<String> notes = new ArrayList<>();
    private final List<GroupReceipt> groups = new ArrayList<>();
    private final List<SetReceipt> sets = new ArrayList<>();
    private final List<String> groupCodes = new ArrayList<>();
    private FunctionalGroup group;
    private SetErrors set;
    private boolean inInterchange;
    private boolean holdsAcknowledgments;
    private int segments;
    private int interchanges;
    private int unanswerable;

    /**
     * @param strictness the level from which on errors reject
     * @param wanted the sets that the receiver can do something with; others are rejected as not supported
     * @param unused takes the control number of an interchange that is not rejected so far, and says whether it was not taken
     *     before; such as {@link InterchangeNumbers#take}
     * @param receipts told of every interchange, when it has ended
     */
    public Receipts(
            Guides guides,
            ErrorLevel strictness,
            Predicate<Guide> wanted,
            Predicate<Interchange> unused,
            Consumer<InterchangeReceipt> receipts) {
        this.interchangeGuide = guides.forVocabulary("interchange-acknowledgment");
        this.acknowledgments =
                guides.forVocabulary("implementation-acknowledgment").functionalIdentifier();
        this.strictness = strictness;
        this.wanted = wanted;
        this.unused = unused;
        this.receipts = receipts;
    }

    /** How many interchanges have begun. */
    public int interchanges() {
        return interchanges;
    }

    /** How many faults stood outside interchanges, where there is nobody to answer. */
    public int unanswerable() {
        return unanswerable;
    }

    @Override
    public void interchange(Interchange header) {
        notes.clear();
        groups.clear();
        holdsAcknowledgments = false;
        inInterchange = true;
        interchanges++;
    }

    @Override
    public void group(FunctionalGroup header) {
        group = header;
        sets.clear();
        groupCodes.clear();
    }

    @Override
    public void set(TransactionSet header, Guide guide) {
        set = new SetErrors(header, guide, MOST_SEGMENTS - segments);
        if (guide != null && !wanted.test(guide)) {
            set.refuse(NOT_SUPPORTED);
        }
    }

    @Override
    public void segment(Segment segment, int position) {
        set.segment(segment, position);
    }

    @Override
    public void document(Guide guide, Document document) {
        if (guide == interchangeGuide) {
            holdsAcknowledgments = true;
        }
    }

    @Override
    public void issue(Issue issue) {
        if (!issue.isError()) {
            return;
        }
        if (!inInterchange) {
            unanswerable++;
        } else if (issue.code().startsWith(INTERCHANGE)) {
            note(issue.code().substring(INTERCHANGE.length()));
        } else if (set != null) {
            set.add(issue);
        } else {
            outsideSets(issue);
        }
    }

    private void outsideSets(Issue issue) {
        if (group != null && issue.code().startsWith(GROUP)) {
            groupCodes.add(issue.code().substring(GROUP.length()));
        } else if (issue.code().startsWith(SetErrors.SEGMENT)) {
            note(CONTROL_STRUCTURE);
        }
    }

    private void note(String code) {
        if (!notes.contains(code)) {
            notes.add(code);
        }
    }

    @Override
    public void setEnd(TransactionSet header) {
        // Nobody would hear that a set of acknowledgments was rejected.
        SetReceipt receipt = set.receipt(isOwed(group) ? strictness : ErrorLevel.SET);
        segments += receipt.segments().size();
        sets.add(receipt);
        set = null;
    }

    @Override
    public void groupEnd(FunctionalGroup header, String included) {
        int promised = Echo.digits(included, 1, 6) ? Integer.parseInt(included) : sets.size();
        GroupReceipt receipt = new GroupReceipt(header, promised, sets, groupCodes, isOwed(header));
        group = null;
        groups.add(receipt);
        if (receipt.owed() && !receipt.isNameable()) {
            note(INTERCHANGE_CONTENT);
        }
    }

    private boolean isOwed(FunctionalGroup header) {
        return !header.functionalIdentifier().equals(acknowledgments);
    }

    @Override
    public void interchangeEnd(Interchange header, boolean complete) {
        inInterchange = false;
        // Acknowledgments are read whatever their number is: nobody would hear that they were not.
        boolean owed = groups.stream().anyMatch(GroupReceipt::owed);
        if (owed && verdict(complete) != Verdict.REJECTED && !unused.test(header)) {
            note(InterchangeReceipt.REPEATED);
        }
        receipts.accept(new InterchangeReceipt(header, groups, holdsAcknowledgments, verdict(complete), noteCode()));
    }

    private Verdict verdict(boolean complete) {
        if (complete && notes.isEmpty()) {
            return Verdict.ACCEPTED;
        }
        boolean rejected =
                !complete || strictness == ErrorLevel.ELEMENT || notes.stream().anyMatch(REJECTING::contains);
        return rejected ? Verdict.REJECTED : Verdict.ERRORS_NOTED;
    }

    /** There is room for one: the first that rejects, or else the first. */
    private String noteCode() {
        return notes.stream().filter(REJECTING::contains).findFirst().orElse(notes.isEmpty() ? SOUND : notes.get(0));
    }
}
