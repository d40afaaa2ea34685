package org.claimgate.claim.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one trading partner, or one payer behind it, wants of the edits.
 *
 * @param severities of edits that are to do something else than they do by themselves, by id
 * @param rules of its own
 * @param served whether there is a partner for the payer
 */
public record EditSettings(Map<String, Severity> severities, List<FieldRule> rules, boolean served) {

    /** Of a partner that wants nothing special. */
    public static final EditSettings USUAL = new EditSettings(Map.of(), List.of(), true);

    /** Of a payer that no partner of ours serves. */
    public static final EditSettings UNSERVED = new EditSettings(Map.of(), List.of(), false);

    public EditSettings {
        severities = Map.copyOf(severities);
        rules = List.copyOf(rules);
    }

    Severity of(Edit edit) {
        return severities.isEmpty() ? edit.severity() : severities.getOrDefault(edit.id(), edit.severity());
    }

    /** Of a claim that the edit only doubts. */
    Severity ofDoubt(Edit edit) {
        return severities.getOrDefault(edit.id(), Severity.WARN);
    }

    /** These, and what others say beyond and instead: those of a payer over those of its partner. */
    public EditSettings with(EditSettings others) {
        Map<String, Severity> all = new HashMap<>(severities);
        all.putAll(others.severities);
        List<FieldRule> allRules = new ArrayList<>(rules);
        allRules.addAll(others.rules);
        return new EditSettings(all, allRules, served && others.served);
    }
}
