package org.claimgate.x12;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.claimgate.x12.Fault.Level;

/**
 * Reads interchanges, functional groups and transaction sets, and checks what the envelope promises: nesting, control
 * numbers, counts, ISA fields. A wrong count or control number is a non-fatal {@link Fault} after which reading goes
 * on. Faults of one place are all reported, each as an event of its own, before the event that they belong to
 * (trailer faults before the END event; header faults right after the BEGIN event).
 *
 * <p>A missing SE or GE is a fault, followed by the END event as if the trailer stood there; {@link #segment()} is then
 * the segment that came instead. After a <em>fatal</em> fault (unreadable bytes, an ISA or the end of the file before
 * the IEA) no END event comes for what was open: the next event is INTERCHANGE_BEGIN, another fault, or END. Segments
 * that stand where none may (outside sets) are reported once and passed over, as are whole sets outside groups.
 */
public final class EnvelopeReader {

    /** What {@link #next()} found. SEGMENT is a segment inside a set (not ST, not SE); TA1 stands outside groups. */
    public enum Event {
        INTERCHANGE_BEGIN,
        INTERCHANGE_ACKNOWLEDGMENT,
        GROUP_BEGIN,
        SET_BEGIN,
        SEGMENT,
        SET_END,
        GROUP_END,
        INTERCHANGE_END,
        FAULT,
        END
    }

    private enum State {
        OUTSIDE,
        INTERCHANGE,
        GROUP,
        SET
    }

    private static final int ISA = Segment.packId("ISA");
    private static final int IEA = Segment.packId("IEA");
    private static final int GS = Segment.packId("GS");
    private static final int GE = Segment.packId("GE");
    private static final int ST = Segment.packId("ST");
    private static final int SE = Segment.packId("SE");
    private static final int TA1 = Segment.packId("TA1");

    /** Control numbers remembered to find duplicates, at most; beyond it memory would grow with the file. */
    private static final int REMEMBERED = 10_000;

    private final SegmentReader reader;
    private final Segment segment;
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Set<String> setNumbers = new HashSet<>();
    private final Set<String> groupNumbers = new HashSet<>();
    private State state = State.OUTSIDE;
    private Event delayed;
    private Event last;
    private boolean again;
    private boolean stray;
    private Fault fault;
    private Interchange interchange;
    private HeaderChecks checks;
    private FunctionalGroup group;
    private TransactionSet set;
    private int position;
    private int sets;
    private int groups;
    private int acknowledgments;

    public EnvelopeReader(InputStream in, Limits limits) {
        this(new SegmentReader(in, limits));
    }

    private EnvelopeReader(SegmentReader reader) {
        this.reader = reader;
        segment = reader.segment();
    }

    /** One whose segments can be added to a {@link SegmentBatch}. */
    public static EnvelopeReader forBatches(InputStream in, Limits limits) {
        return new EnvelopeReader(new SegmentReader(in, limits, true));
    }

    public Event next() throws IOException {
        leave();
        last = step();
        return last;
    }

    /** The segment of the last event: ISA, TA1, GS, ST, a body segment, SE, GE or IEA. */
    public Segment segment() {
        return segment;
    }

    /** The fault of the last FAULT event. */
    public Fault fault() {
        return fault;
    }

    /** The interchange being read, or the last one; null before the first. */
    public Interchange interchange() {
        return interchange;
    }

    /** The functional group being read, its GROUP_END included; null outside groups. */
    public FunctionalGroup group() {
        return group;
    }

    /** The transaction set being read, its SET_END included; null outside sets. */
    public TransactionSet set() {
        return set;
    }

    /** Position of the last segment inside its set, ST being 1 (IK302); 0 outside sets. */
    public int positionInSet() {
        return position;
    }

    /** Closes what the END event just handed out has ended. */
    private void leave() {
        if (last == Event.SET_END) {
            set = null;
            position = 0;
            state = State.GROUP;
        } else if (last == Event.GROUP_END) {
            group = null;
            state = State.INTERCHANGE;
        } else if (last == Event.INTERCHANGE_END) {
            state = State.OUTSIDE;
        }
    }

    private Event step() throws IOException {
        while (true) {
            if (!faults.isEmpty()) {
                fault = faults.poll();
                return Event.FAULT;
            }
            if (delayed != null) {
                Event event = delayed;
                delayed = null;
                return event;
            }
            if (again) {
                again = false;
            } else {
                switch (reader.next()) {
                    case FAULT:
                        return unreadable(reader.fault());
                    case END:
                        return ended();
                    default:
                        break;
                }
            }
            Event event = state == State.SET ? inSet() : outsideSets();
            if (event != null) {
                return event;
            }
        }
    }

    private Event unreadable(Fault found) {
        fault = found;
        if (found.fatal()) {
            forget();
        }
        return Event.FAULT;
    }

    private Event ended() {
        if (state == State.OUTSIDE) {
            return Event.END;
        }
        fault = new Fault(
                Level.INTERCHANGE,
                "023",
                "the file ends before " + missing() + " of the interchange",
                segment.offset(),
                segment.ordinal(),
                true);
        forget();
        return Event.FAULT;
    }

    private String missing() {
        return state == State.SET ? "SE, GE and IEA" : state == State.GROUP ? "GE and IEA" : "IEA";
    }

    private void forget() {
        state = State.OUTSIDE;
        group = null;
        set = null;
        position = 0;
        stray = false;
    }

    private Event inSet() {
        int id = segment.packedId();
        position++;
        if (id == SE) {
            checkSetTrailer();
            return before(Event.SET_END);
        }
        if (id == ST && position == 2 && Headers.set(segment).equals(set)) {
            position--;
            return passOver(Level.SEGMENT, "5", "ST stands twice");
        }
        if (id == GE || id == IEA || id == GS || id == ST) {
            add(Level.SET, "2", "SE is missing: the set is not ended before the next " + segment.id());
            again = true;
            return before(Event.SET_END);
        }
        return id == ISA ? brokenOff() : Event.SEGMENT;
    }

    private Event outsideSets() {
        int id = segment.packedId();
        if (id == ISA) {
            return state == State.OUTSIDE ? beginInterchange() : brokenOff();
        }
        return state == State.GROUP ? inGroup(id) : inInterchange(id);
    }

    private Event inGroup(int id) {
        if (id == ST) {
            return beginSet();
        }
        if (id == GE) {
            checkGroupTrailer();
            return before(Event.GROUP_END);
        }
        if (id == GS && sets == 0 && Headers.group(segment).equals(group)) {
            return passOver(Level.INTERCHANGE, "024", "GS stands twice");
        }
        if (id == GS || id == IEA) {
            add(Level.GROUP, "3", "GE is missing: the functional group is not ended before the next " + segment.id());
            again = true;
            return before(Event.GROUP_END);
        }
        return passOver(Level.SEGMENT, "2", "a segment stands outside a transaction set");
    }

    private Event inInterchange(int id) {
        if (id == GS) {
            return beginGroup();
        }
        if (id == TA1) {
            acknowledgments++;
            return before(Event.INTERCHANGE_ACKNOWLEDGMENT);
        }
        if (id == IEA) {
            checkInterchangeTrailer();
            return before(Event.INTERCHANGE_END);
        }
        if (DeliveryRequest.is(segment)) {
            DeliveryRequest.Objection found = DeliveryRequest.objection(segment);
            return passOver(Level.INTERCHANGE, found.code(), found.message());
        }
        return passOver(
                Level.INTERCHANGE,
                "024",
                id == ST
                        ? "a transaction set stands outside a functional group: GS is missing"
                        : "a segment stands outside a functional group");
    }

    private Event passOver(Level level, String code, String message) {
        if (stray) {
            return null;
        }
        add(level, code, message);
        stray = true;
        fault = faults.poll();
        return Event.FAULT;
    }

    private Event brokenOff() {
        fault = new Fault(
                Level.INTERCHANGE,
                "023",
                "the interchange breaks off: another ISA begins before " + missing(),
                segment.offset(),
                segment.ordinal(),
                true);
        forget();
        again = true;
        return Event.FAULT;
    }

    private Event beginInterchange() {
        state = State.INTERCHANGE;
        interchange = Headers.interchange(segment, reader.delimiters());
        groups = 0;
        acknowledgments = 0;
        groupNumbers.clear();
        stray = false;
        checks = new HeaderChecks(interchange.delimiters(), this::add);
        checks.interchange(segment);
        return Event.INTERCHANGE_BEGIN;
    }

    private Event beginGroup() {
        state = State.GROUP;
        group = Headers.group(segment);
        groups++;
        sets = 0;
        setNumbers.clear();
        stray = false;
        checks.group(segment);
        if (duplicate(groupNumbers, group.controlNumber())) {
            add(Level.GROUP, "19", "GS06 is used twice in one interchange");
        }
        return Event.GROUP_BEGIN;
    }

    private Event beginSet() {
        state = State.SET;
        set = Headers.set(segment);
        sets++;
        position = 1;
        stray = false;
        checks.set(segment, group.version());
        if (duplicate(setNumbers, set.controlNumber())) {
            add(Level.SET, "23", "ST02 is used twice in one functional group");
        }
        return Event.SET_BEGIN;
    }

    private void checkSetTrailer() {
        checks.trailer(segment, Level.SEGMENT, "8");
        checkCount(Level.SET, "4", "SE01", "segments", position);
        if (checks.isSetNumber(set.controlNumber()) && disagrees(segment.text(2), set.controlNumber())) {
            add(Level.SET, "3", disagreement("SE02", segment.text(2), "ST02", set.controlNumber()));
        }
    }

    private void checkGroupTrailer() {
        checks.trailer(segment, Level.INTERCHANGE, "024");
        if (!checkCount(Level.GROUP, "5", "GE01", "transaction sets", sets) && sets == 0 && !stray) {
            add(Level.GROUP, "5", "there is no transaction set in the functional group");
        }
        if (HeaderChecks.isGroupNumber(group.controlNumber())
                && disagrees(withoutZeros(segment.text(2)), withoutZeros(group.controlNumber()))) {
            add(Level.GROUP, "4", disagreement("GE02", segment.text(2), "GS06", group.controlNumber()));
        }
    }

    private void checkInterchangeTrailer() {
        checks.trailer(segment, Level.INTERCHANGE, "022");
        checkGroupCount();
        if (disagrees(segment.text(2), interchange.controlNumber())) {
            add(Level.INTERCHANGE, "001", disagreement("IEA02", segment.text(2), "ISA13", interchange.controlNumber()));
        }
    }

    /** The field writes both 0 and 1 where there are acknowledgments alone. */
    private void checkGroupCount() {
        boolean empty = groups == 0 && acknowledgments == 0;
        if (groups == 0 && !empty && withoutZeros(segment.text(1)).equals("1")) {
            return;
        }
        if (!checkCount(Level.INTERCHANGE, "021", "IEA01", "functional groups", groups) && empty && !stray) {
            add(Level.INTERCHANGE, "024", "there is neither a functional group nor a TA1 in the interchange");
        }
    }

    /** Returns whether the count is wrong; of one that holds a control character, that was told. */
    private boolean checkCount(Level level, String code, String name, String what, int found) {
        String text = segment.text(1);
        boolean wrong = !withoutZeros(text).equals(Integer.toString(found));
        if (wrong && !segment.holdsControlCharacter(1)) {
            String said = HeaderCodes.isDigits(text)
                    ? "says " + number(text) + " " + what + ", found " + found
                    : "is " + number(text) + ", found " + found + " " + what;
            add(level, code, name + " " + said);
        }
        return wrong;
    }

    /** Whether the control number of a trailer is another than that of its header; one that holds a control character was told of. */
    private boolean disagrees(String number, String header) {
        return !number.equals(header) && !segment.holdsControlCharacter(2);
    }

    private static String disagreement(String trailer, String found, String header, String expected) {
        return "the control numbers disagree: " + trailer + " is " + number(found) + ", " + header + " is "
                + number(expected);
    }

    /** A number of the envelope for a message; anything else might be data. */
    private static String number(String text) {
        return text.isEmpty() ? "empty" : text.length() <= 10 && HeaderCodes.isDigits(text) ? text : "no number";
    }

    private static String withoutZeros(String text) {
        int start = 0;
        while (start < text.length() - 1 && text.charAt(start) == '0') {
            start++;
        }
        return text.substring(start);
    }

    private static boolean duplicate(Set<String> numbers, String number) {
        return numbers.size() < REMEMBERED ? !numbers.add(number) : numbers.contains(number);
    }

    private void add(Level level, String code, String message) {
        faults.add(new Fault(level, code, message, segment.offset(), segment.ordinal(), false));
    }

    /** The event, after the faults that belong before it. */
    private Event before(Event event) {
        if (faults.isEmpty()) {
            return event;
        }
        delayed = event;
        fault = faults.poll();
        return Event.FAULT;
    }
}
