package org.claimgate.claim.edit;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.claimgate.guide.CodeList;
import org.claimgate.guide.Guides;

/** The code lists of the rules, read once. Immutable. */
public final class CodeSets {

    private final Map<CodeSet, CodeList> lists = new EnumMap<>(CodeSet.class);
    private final Map<CodeSet, Map<String, Period>> periods = new EnumMap<>(CodeSet.class);

    /** @throws org.claimgate.guide.MappingException for a list that is missing or has a mistake */
    CodeSets(Guides guides) {
        for (CodeSet set : CodeSet.values()) {
            CodeList list = guides.codes(set.list());
            lists.put(set, list);
            if (set.isOfPeriods()) {
                Map<String, Period> byCode = new HashMap<>();
                list.meanings().forEach((code, words) -> byCode.put(code, Period.of(set.list(), code, words)));
                periods.put(set, byCode);
            }
        }
    }

    public boolean has(CodeSet set, Field code) {
        return lists.get(set).allows(code.text());
    }

    /** The period that a list gives a code, if that has no day from one to another; null where there is nothing to say. */
    public Period periodWithout(CodeSet set, Field code, LocalDate first, LocalDate last) {
        Period period = first == null || last == null ? null : periods.get(set).get(code.text());
        return period == null || period.holdsAny(first, last) ? null : period;
    }
}
