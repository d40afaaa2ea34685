package org.claimgate.claim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.claimgate.guide.Issue;

/** What becomes of a claim that names the one in whose place it comes. */
public interface Replacing {

    /** The field that names it: a claim id, or the patient control number that the earlier claim was handed in with. */
    String FIELD = "replaces";

    /** Where the earlier claim is not known: a claim that the payer has not seen. There would be nothing to void then. */
    Replacing UNSEEN = (document, vocabulary, replaced) -> {
        Frequency frequency = new Frequency(document);
        if (!frequency.namesPayersClaim() && !frequency.isVoid()) {
            frequency.beOriginal();
        }
        return List.of();
    };

    /**
     * Gives a canonical claim the frequency code, payer claim control number and patient control number that it must have.
     *
     * @param vocabulary {@code professional-claim} or {@code institutional-claim}
     * @param replaced what the claim names
     * @return what hinders it; empty for nothing
     */
    List<Issue> fit(ObjectNode document, String vocabulary, String replaced);
}
