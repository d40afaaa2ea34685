package org.claimgate.claim.edit;

/**
 * A rule of the claims business. It has a {@link Rule}, a public constructor without parameters and no state; it reports what it
 * finds, and asks nothing of what is missing or of a wrong type: other rules say that. Its class is named in
 * src/main/resources/META-INF/services/org.claimgate.claim.edit.Check, and a test says so when it is not.
 */
public sealed interface Check {

    /** Looks at the claim as a whole. */
    non-sealed interface OfClaim extends Check {

        void check(Claim claim, Report report);
    }

    /** Looks at each service line. */
    non-sealed interface OfLine extends Check {

        void check(Line line, Report report);
    }

    /** Looks at each diagnosis of the claim. */
    non-sealed interface OfDiagnosis extends Check {

        void check(Diagnosis diagnosis, Report report);
    }

    /** Looks at each party in the loops that its rule names. */
    non-sealed interface OfParty extends Check {

        void check(Party party, Report report);
    }

    /** Looks at each other payer. */
    non-sealed interface OfOtherPayer extends Check {

        void check(OtherPayer payer, Report report);
    }

    /** Looks at each other payer's decision on a line. */
    non-sealed interface OfAdjudication extends Check {

        void check(Adjudication adjudication, Report report);
    }

    /** Looks at each adjustment that another payer made, of the claim or of a line. */
    non-sealed interface OfAdjustment extends Check {

        void check(Adjustment adjustment, Report report);
    }
}
