package org.claimgate.guide;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.claimgate.x12.Segment;

/** A loop of a guide, with its segment uses and loops in order. Complete once its children are set. */
final class Loop implements Part {

    private final String key;
    private final String id;
    private final String title;
    private final boolean required;
    private final int maximum;
    private final FieldPath at;
    private final boolean record;
    private final Loop parent;
    private List<Part> children = List.of();
    private int[] runStart = {};
    /** By a hash of their segment's identifier; where that is taken, in the next free place. */
    private Siblings[] siblings = {null};

    private int[] maxima = {};
    private int[] requiredChildren = {};
    private int[] situationalChildren = {};
    private int firstPathChild = Integer.MAX_VALUE;
    private int[] replaceable = {};
    private FieldIndex fields;
    private final BitSet all = new BitSet();
    private Turn[] turns = {};
    private List<Turn> trailing = List.of();
    private List<Loop> pathChildren = List.of();
    private boolean onPath;
    private Surroundings surroundings;
    private final Unless unless;

    Loop(
            String key,
            String title,
            boolean required,
            int maximum,
            FieldPath at,
            boolean record,
            Unless unless,
            Loop parent) {
        this.key = key;
        this.id = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
        this.title = title;
        this.required = required;
        this.maximum = maximum;
        this.at = at;
        this.record = record;
        this.unless = unless;
        this.parent = parent;
        this.onPath = record;
    }

    void children(List<Part> parts) {
        children = List.copyOf(parts);
        runStart = new int[children.size()];
        List<Use> firsts = children.stream().map(Part::first).toList();
        siblings = new Siblings[Integer.highestOneBit(4 * children.size())];
        Siblings.among(firsts).forEach(found -> siblings[place(found.packedId())] = found);
        maxima = children.stream().mapToInt(Part::maximum).toArray();
        requiredChildren = IntStream.range(0, runStart.length)
                .filter(i -> children.get(i).required())
                .toArray();
        situationalChildren = IntStream.range(0, runStart.length)
                .filter(i -> children.get(i) instanceof Use use && use.requiredUnless() != null)
                .toArray();
        for (int i = 0; i < runStart.length; i++) {
            boolean sameSegment =
                    i > 0 && firsts.get(i).packedId() == firsts.get(i - 1).packedId();
            runStart[i] = sameSegment ? runStart[i - 1] : i;
            if (children.get(i) instanceof Loop loop && loop.onPath) {
                onPath = true;
                firstPathChild = Math.min(firstPathChild, i);
            }
        }
        pathChildren = children.stream()
                .filter(part -> part instanceof Loop below && below.onPath)
                .map(Loop.class::cast)
                .toList();
        trailing = children.stream()
                .skip(firstPathChild)
                .filter(part -> !(part instanceof Loop below && below.onPath))
                .map(Turn::all)
                .toList();
        all.set(0, children.size());
        turns = children.stream().map(Turn::all).toArray(Turn[]::new);
    }

    /** Index of the next child, within these bounds, that the segment is or begins; -1 for none. */
    int find(Segment segment, int from, int to) {
        Siblings found = siblings[place(segment.packedId())];
        return found == null ? -1 : found.find(segment, from, to);
    }

    private int place(int packedId) {
        int last = siblings.length - 1;
        int place = (packedId ^ packedId >>> 7 ^ packedId >>> 16) & last;
        while (siblings[place] != null && siblings[place].packedId() != packedId) {
            place = place + 1 & last;
        }
        return place;
    }

    /** Greatest number of repeats of a child. */
    int maximum(int child) {
        return maxima[child];
    }

    /** Indexes of the children that must be there. */
    int[] requiredChildren() {
        return requiredChildren;
    }

    /** Indexes of the segment uses that must be there unless another loop is. */
    int[] situationalChildren() {
        return situationalChildren;
    }

    List<Part> children() {
        return children;
    }

    /** Where the search for a segment may start, given the child matched last: parts of one segment id come in any order. */
    int searchStart(int position) {
        return runStart[position];
    }

    /** The loops that lead to the record, if this one does. */
    List<Loop> pathChildren() {
        return pathChildren;
    }

    /** Index of the first child that leads to the record: what stands before it is written before the records. */
    int firstPathChild() {
        return firstPathChild;
    }

    /** What stands behind the loops that lead to the record. */
    List<Turn> trailing() {
        return trailing;
    }

    /** All occurrences of a child. */
    Turn turn(int child) {
        return turns[child];
    }

    /** The children that the object of the loop may have something for. */
    BitSet wanted(Content own) {
        return own.keepsAnything() ? all : fields.of(own);
    }

    /** What this loop, leading to the record, says around its records. Known once the loops around it are complete. */
    Surroundings surroundings() {
        if (surroundings == null) {
            surroundings = new Surroundings(this);
        }
        return surroundings;
    }

    /** Finds the slots of all fields in the shape of a document. */
    void bind(Shape around, Shape document) {
        Shape own = at == null ? around : at.bindObject(around, document);
        own.keptNames().add(this);
        for (Part child : children) {
            if (child instanceof Loop loop) {
                loop.bind(own, document);
            } else {
                ((Use) child).bind(this, own, document);
            }
        }
        fields = new FieldIndex(children, own);
        replaceable = IntStream.range(0, children.size())
                .filter(i -> children.get(i) instanceof Use use && isReplaceable(use))
                .toArray();
        if (onPath) {
            surroundings().bind(document);
        }
    }

    /** Whether other segments of the loop stand in for a use that has not all it needs. */
    boolean isReplaceable(Use use) {
        return children.stream()
                .anyMatch(other -> other.unless() != null && other.unless().part() == use);
    }

    /** Indexes of the segment uses that others in the loop stand in for. */
    int[] replaceable() {
        return replaceable;
    }

    /** Whether others stand in for a use of the loop, as an object keeps it. */
    boolean isReplaced(Use use, Content own) {
        return own.keepsAnything() && own.kept(key + "." + use.key() + Reading.ABSENT) != null;
    }

    boolean isOnPath() {
        return onPath;
    }

    boolean isRecord() {
        return record;
    }

    Loop parent() {
        return parent;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    /** The object or array of its fields; null when they stand with the fields of the loop around it. */
    FieldPath at() {
        return at;
    }

    /** The object of the fields of a loop on the way to the record, in a document. */
    Content in(Content document) {
        Content around = parent == null ? document : parent.in(document);
        return at == null ? around : at.open(around);
    }

    /** Whether the document has data for the loop itself, loops that lead to the record left out. */
    boolean hasOwnData(Content own) {
        return hasOwnData(own, wanted(own));
    }

    /** @param wanted the children that the object may have something for */
    boolean hasOwnData(Content own, BitSet wanted) {
        if (own.keepsAnything() && own.keeps(key + ".")) {
            return true;
        }
        for (int child = wanted.nextSetBit(0); child >= 0; child = wanted.nextSetBit(child + 1)) {
            Part part = turns[child].part();
            boolean onTheWay = part instanceof Loop loop && loop.onPath;
            if (!onTheWay && part.hasData(own)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean hasData(Content source) {
        if (at != null && at.array()) {
            return at.has(source);
        }
        Content own = at == null ? source : at.open(source);
        if (hasOwnData(own)) {
            return true;
        }
        for (Part child : children) {
            if (child instanceof Loop loop && loop.onPath && loop.hasData(own)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String missingCode() {
        return "IK304:I7";
    }

    @Override
    public boolean required() {
        return required;
    }

    @Override
    public int maximum() {
        return maximum;
    }

    @Override
    public Use first() {
        return children.get(0).first();
    }

    @Override
    public Unless unless() {
        return unless;
    }

    @Override
    public Set<String> loopIds() {
        Set<String> ids = new HashSet<>(Set.of(key));
        children.forEach(child -> ids.addAll(child.loopIds()));
        return ids;
    }
}
