package org.claimgate.ledger;

import java.util.List;

/** The time lines of claims. */
final class ClaimEvents {

    private static final int LONGEST_SUMMARY = 500;

    private final Sql sql;

    ClaimEvents(Sql sql) {
        this.sql = sql;
    }

    /** Adds an event behind those that there are. */
    void add(String claim, ClaimEvent event) {
        sql.gathered()
                .insertPart(
                        "insert into claim_event (claim, at, state, kind, interchange, file, summary, detail)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                        claim,
                        Sql.time(event.at()),
                        event.state().name(),
                        event.kind(),
                        event.interchange(),
                        event.file(),
                        Texts.fit(event.summary(), LONGEST_SUMMARY),
                        Sql.json(event.detail()));
    }

    /** In the order in which they came. */
    List<ClaimEvent> of(String claim) {
        return sql.sql("select * from claim_event where claim = ? order by id")
                .param(claim)
                .query(ClaimRows::event)
                .list();
    }
}
