package org.claimgate.claim.edit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.claimgate.guide.Issue;

/** The checks of one kind of claims, sorted by what they look at, so that a claim is gone through once. */
final class Walk {

    private record Bound<C extends Check>(C check, Edit edit) {}

    private final List<Bound<Check.OfClaim>> ofClaim = new ArrayList<>();
    private final List<Bound<Check.OfLine>> ofLine = new ArrayList<>();
    private final List<Bound<Check.OfDiagnosis>> ofDiagnosis = new ArrayList<>();
    private final List<Bound<Check.OfOtherPayer>> ofOtherPayer = new ArrayList<>();
    private final List<Bound<Check.OfAdjudication>> ofAdjudication = new ArrayList<>();
    private final Map<ClaimLoop, List<Bound<Check.OfParty>>> ofParty = new EnumMap<>(ClaimLoop.class);
    private final Map<ClaimLoop, List<Bound<Check.OfAdjustment>>> ofAdjustment = new EnumMap<>(ClaimLoop.class);

    Walk(List<Catalogue.Entry> entries) {
        entries.forEach(this::add);
    }

    private void add(Catalogue.Entry entry) {
        Edit edit = entry.edit();
        if (entry.check() instanceof Check.OfClaim check) {
            ofClaim.add(new Bound<>(check, edit));
        } else if (entry.check() instanceof Check.OfLine check) {
            ofLine.add(new Bound<>(check, edit));
        } else if (entry.check() instanceof Check.OfDiagnosis check) {
            ofDiagnosis.add(new Bound<>(check, edit));
        } else if (entry.check() instanceof Check.OfOtherPayer check) {
            ofOtherPayer.add(new Bound<>(check, edit));
        } else if (entry.check() instanceof Check.OfAdjudication check) {
            ofAdjudication.add(new Bound<>(check, edit));
        } else if (entry.check() instanceof Check.OfParty check) {
            ofParty.computeIfAbsent(entry.loop(), none -> new ArrayList<>()).add(new Bound<>(check, edit));
        } else if (entry.check() instanceof Check.OfAdjustment check) {
            ofAdjustment
                    .computeIfAbsent(entry.loop(), none -> new ArrayList<>())
                    .add(new Bound<>(check, edit));
        }
    }

    List<Issue> through(Claim claim, EditSettings settings) {
        List<Issue> issues = new ArrayList<>();
        Settled settled = new Settled(settings, issues);
        settled.run(ofClaim, (check, report) -> check.check(claim, report));
        claim.diagnoses()
                .forEach(diagnosis -> settled.run(ofDiagnosis, (check, report) -> check.check(diagnosis, report)));
        ofParty.forEach((loop, checks) -> {
            if (!loop.isOfLine()) {
                settled.run(checks, claim.party(loop));
            }
        });
        for (OtherPayer payer : claim.otherPayers()) {
            settled.run(ofOtherPayer, (check, report) -> check.check(payer, report));
            settled.run(ofAdjustment, payer.adjustments());
        }
        claim.lines().forEach(line -> through(line, settled));
        return issues;
    }

    private void through(Line line, Settled settled) {
        settled.run(ofLine, (check, report) -> check.check(line, report));
        ofParty.forEach((loop, checks) -> {
            if (loop.isOfLine()) {
                settled.run(checks, line.party(loop));
            }
        });
        for (Adjudication adjudication : line.adjudications()) {
            settled.run(ofAdjudication, (check, report) -> check.check(adjudication, report));
            settled.run(ofAdjustment, adjudication.adjustments());
        }
    }

    private interface Run<C> {

        void on(C check, Report report);
    }

    /** Runs the checks that the settings do not switch off. */
    private record Settled(EditSettings settings, List<Issue> issues) {

        <C extends Check> void run(List<Bound<C>> checks, Run<C> run) {
            for (Bound<C> bound : checks) {
                Severity severity = settings.of(bound.edit());
                if (severity != Severity.OFF) {
                    run.on(bound.check(), new Report(bound.edit(), severity, settings.ofDoubt(bound.edit()), issues));
                }
            }
        }

        void run(List<Bound<Check.OfParty>> checks, Party party) {
            if (party.isThere()) {
                run(checks, (check, report) -> check.check(party, report));
            }
        }

        void run(Map<ClaimLoop, List<Bound<Check.OfAdjustment>>> checks, List<Adjustment> adjustments) {
            for (Adjustment adjustment : adjustments) {
                run(
                        checks.getOrDefault(adjustment.loop(), List.of()),
                        (check, report) -> check.check(adjustment, report));
            }
        }
    }
}
