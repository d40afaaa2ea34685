package org.claimgate.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.claimgate.ledger.ClaimStore.Addition;
import org.claimgate.ledger.ClaimStore.Inserted;

/** How claims get into the ledger. */
final class NewClaims {

    private final Sql sql;
    private final ClaimEvents events;

    NewClaims(Sql sql, ClaimEvents events) {
        this.sql = sql;
        this.events = events;
    }

    /** {@link ClaimStore#insert(List)}, in a transaction. */
    List<Inserted> insert(List<Addition> additions) {
        Map<Content, StoredClaim> known = known(additions);
        return additions.stream().map(addition -> insert(addition, known)).toList();
    }

    /** What makes two claims the same. */
    private record Content(String sender, String hash) {}

    private Map<Content, StoredClaim> known(List<Addition> additions) {
        Map<Content, StoredClaim> known = new HashMap<>();
        sql.sql("select " + ClaimRows.COLUMNS + " from unnest(cast(? as varchar array), cast(? as varchar array))"
                        + " as handed (sent_by, hash) join claim on sender = sent_by and content_hash = hash"
                        + ClaimRows.WITH_STATE)
                .param(column(additions, NewClaim::sender))
                .param(column(additions, NewClaim::contentHash))
                .query(ClaimRows::claim)
                .list()
                .forEach(claim -> known.put(new Content(claim.sender(), claim.contentHash()), claim));
        return known;
    }

    private static String[] column(List<Addition> additions, Function<NewClaim, String> value) {
        return additions.stream().map(Addition::claim).map(value).toArray(String[]::new);
    }

    private Inserted insert(Addition addition, Map<Content, StoredClaim> known) {
        NewClaim claim = addition.claim();
        StoredClaim stored = stored(claim, addition.event().at());
        StoredClaim first = known.putIfAbsent(new Content(claim.sender(), claim.contentHash()), stored);
        if (first != null) {
            return new Inserted(first, true);
        }
        insertRow(stored, claim);
        if (claim.document() != null) {
            sql.gathered()
                    .insertPart(
                            "insert into claim_document (claim, document, moves) values (?, ?, ?)",
                            claim.id(),
                            claim.document().toString(),
                            ClaimRows.moves(claim.pointers()));
        }
        events.add(claim.id(), addition.event());
        return new Inserted(stored, false);
    }

    private static StoredClaim stored(NewClaim claim, Instant at) {
        return new StoredClaim(
                claim.id(),
                claim.sender(),
                claim.contentHash(),
                claim.vocabulary(),
                claim.partner(),
                ClaimRows.usage(claim.usageIndicator()),
                Texts.fit(claim.patientControlNumber(), ClaimStore.LONGEST_NUMBER),
                Texts.fit(
                        ClaimRows.either(claim.sentControlNumber(), claim.patientControlNumber()),
                        ClaimStore.LONGEST_NUMBER),
                null,
                claim.state(),
                Sql.time(at).toInstant(),
                Set.of(),
                null,
                claim.replaces(),
                null);
    }

    private void insertRow(StoredClaim claim, NewClaim added) {
        String patientControlKey = PatientControlNumber.key(claim.sentControlNumber());
        sql.gathered()
                .insert(
                        "insert into claim (id, sender, content_hash, vocabulary, usage_indicator, patient_control_number,"
                                + " patient_control_key, patient_control_start, issues, received_at, replaces,"
                                + " sent_control_number) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        claim.id(),
                        claim.sender(),
                        claim.contentHash(),
                        claim.vocabulary(),
                        claim.usageIndicator(),
                        claim.patientControlNumber(),
                        patientControlKey,
                        PatientControlNumber.start(patientControlKey),
                        added.issues().toString(),
                        Sql.time(claim.receivedAt()),
                        claim.replaces(),
                        added.sentControlNumber());
        sql.gathered()
                .insertPart(
                        "insert into claim_state (claim, state, partner, waits_since) values (?, ?, ?, ?)",
                        claim.id(),
                        claim.state().name(),
                        claim.partner(),
                        Sql.time(claim.receivedAt()));
    }
}
