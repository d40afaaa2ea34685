package org.claimgate.guide;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Finds what a guide says twice or leaves undecided. */
final class GuideCheck {

    private record Seen(String where, boolean conditional) {}

    private final Map<Part, Node> lines;
    private final Map<String, Seen> fields = new HashMap<>();
    private boolean recordSeen;

    /** @param lines where each part is written */
    GuideCheck(Map<Part, Node> lines) {
        this.lines = lines;
    }

    private MappingException mistake(Part part, String message) {
        return lines.get(part).mistake(message);
    }

    void check(Loop root) {
        check(root, "", false);
    }

    private void check(Loop loop, String place, boolean conditional) {
        if (loop.isOnPath() && loop.at() != null && loop.at().array()) {
            throw mistake(loop, "loop " + loop.key() + " leads to the record and cannot be an item of an array");
        }
        if (!loop.isOnPath()
                && loop.maximum() > 1
                && (loop.at() == null || !loop.at().array())) {
            throw mistake(loop, "loop " + loop.key() + " repeats: its 'at' must be an array");
        }
        checkSiblings(loop);
        boolean again = loop.isRecord() && recordSeen;
        recordSeen |= loop.isRecord();
        boolean unlessHere = conditional || loop.unless() != null || again;
        String own = loop.at() == null ? place : loop.at().pointerInside(place);
        for (Part part : loop.children()) {
            if (part instanceof Loop below) {
                check(below, own, unlessHere);
            } else {
                checkUse(loop, (Use) part, own, unlessHere);
            }
        }
    }

    private void checkSiblings(Loop loop) {
        List<Part> parts = loop.children();
        for (int i = 0; i < parts.size(); i++) {
            for (int k = i + 1; k < parts.size(); k++) {
                if (parts.get(i).first().overlaps(parts.get(k).first())) {
                    throw mistake(
                            parts.get(k),
                            "in loop " + loop.key() + " nothing tells "
                                    + parts.get(i).key() + " from "
                                    + parts.get(k).key());
                }
            }
        }
    }

    private void checkUse(Loop loop, Use use, String place, boolean conditional) {
        String where = loop.key() + " " + use.key();
        checkPairedConstants(use, where);
        if (use.requiredUnless() != null
                && (use.required() || !use.requiredUnless().leadsElsewhere())) {
            throw mistake(
                    use, where + ": 'requiredUnless' names a loop on the way to the record, and goes with no '!'");
        }
        String own = use.at() == null ? place : use.at().pointerInside(place);
        boolean unlessHere = conditional || use.unless() != null;
        for (Mapping mapping : use.mappings()) {
            boolean conditionalMapping = unlessHere || mapping instanceof Conditional;
            Collection<String> paths = new HashSet<>();
            collect(mapping, own, paths);
            for (String path : paths) {
                Seen before = fields.put(path, new Seen(where, conditionalMapping));
                if (before != null && !before.conditional && !conditionalMapping) {
                    throw mistake(
                            use,
                            "field " + path + " stands in " + before.where + " and in " + where
                                    + "; one of them needs 'unless'");
                }
            }
        }
    }

    private static void collect(Mapping mapping, String place, Collection<String> paths) {
        mapping.visit(new Mapping.FieldVisitor() {
            @Override
            public void field(FieldPath path, Cell cell, Allowed allowed) {
                paths.add(path.pointerInside(place));
            }

            @Override
            public void inside(FieldPath path, Consumer<Mapping.FieldVisitor> inner) {
                paths.add(path.pointerInside(place));
            }
        });
    }

    /** A constant qualifier whose value may be absent would be written alone, against the note P0809. */
    private void checkPairedConstants(Use use, String where) {
        for (SyntaxNote note : use.segment().notes()) {
            if (note.kind() != SyntaxNote.Kind.P) {
                continue;
            }
            List<Integer> together = note.elements();
            boolean constant = false;
            boolean optional = false;
            for (Mapping mapping : use.mappings()) {
                boolean here = mapping.cells().stream().anyMatch(cell -> together.contains(cell.element()));
                constant |= here && mapping instanceof Constant;
                optional |= here
                        && mapping instanceof Field field
                        && !field.allowed().required()
                        && field.whenAbsent() == null;
            }
            if (constant && optional) {
                throw mistake(
                        use,
                        where + ": a constant at " + together
                                + " would stand alone when the field beside it is absent; write a pair such as 8/9: {XX: npi}");
            }
        }
    }
}
