package org.claimgate.claim.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;

/** All edits, and what they say of a claim. Immutable and safe for concurrent use. */
public final class Edits {

    private final CodeSets codes;
    private final Clock clock;
    private final Map<Kind, Walk> walks = new EnumMap<>(Kind.class);
    private final Map<Kind, Walk> walksOfReceived = new EnumMap<>(Kind.class);

    /**
     * @param clock says which day it is, so that services in the future are known
     * @throws org.claimgate.guide.MappingException for a code list that is missing or has a mistake
     */
    public Edits(Guides guides, Clock clock) {
        this.codes = new CodeSets(guides);
        this.clock = clock;
        for (Kind kind : Kind.values()) {
            walks.put(kind, walk(edit -> edit.kind() == kind));
            walksOfReceived.put(kind, walk(edit -> edit.kind() == kind && edit.received()));
        }
    }

    private static Walk walk(Predicate<Edit> wanted) {
        return new Walk(Catalogue.entries().stream()
                .filter(entry -> wanted.test(entry.edit()))
                .toList());
    }

    /** In the order of their ids. */
    public static Collection<Edit> all() {
        return Catalogue.edits().values();
    }

    public static Optional<Edit> find(String id) {
        return Optional.ofNullable(Catalogue.edits().get(id));
    }

    /** What is wrong with a canonical claim; pointers into it. */
    public List<Issue> check(ObjectNode document, Kind kind, EditSettings settings) {
        Claim claim = new Claim(document, kind, codes, LocalDate.now(clock), settings.served());
        List<Issue> issues = walks.get(kind).through(claim, settings);
        settings.rules().forEach(rule -> rule.check(claim, document, issues));
        return issues;
    }

    /** What the edits say of a claim that came as X12, beyond what its guide says. */
    public List<Issue> checkReceived(ObjectNode document, Kind kind) {
        Claim claim = new Claim(document, kind, codes, LocalDate.now(clock), true);
        return walksOfReceived.get(kind).through(claim, EditSettings.USUAL);
    }
}
