package org.claimgate.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimgate.claim.Pointers;
import org.claimgate.ledger.StoredClaim.Position;
import org.claimgate.response.AwaitedAnswer;
import org.claimgate.response.ClaimState;

/** Claims and what happened to them. */
public final class ClaimStore {

    static final int LONGEST_NUMBER = 60;

    private static final String OF_GROUP =
            "interchange = (select max(interchange) from transaction_set where partner = ? and gs06 = ?)";

    private final Sql sql;
    private final ClaimIds ids;
    private final ClaimEvents events;
    private final NewClaims newClaims;

    ClaimStore(Sql sql) {
        this.sql = sql;
        this.ids = new ClaimIds(sql.clock());
        this.events = new ClaimEvents(sql);
        this.newClaims = new NewClaims(sql, events);
    }

    /** A claim to take in, and its first event. */
    public record Addition(NewClaim claim, ClaimEvent event) {}

    /** What became of a claim handed in: the claim, and whether the same sender had handed in the same content before. */
    public record Inserted(StoredClaim claim, boolean duplicate) {}

    /**
     * Claims that wait for the same kind of interchange.
     *
     * @param restored they waited when a backup was made that the ledger was restored from: the partner may have them
     */
    public record Waiting(
            String partner, String vocabulary, String usageIndicator, boolean restored, int claims, Instant oldest) {

        public boolean isSameKind(Waiting other) {
            return partner.equals(other.partner)
                    && vocabulary.equals(other.vocabulary)
                    && usageIndicator.equals(other.usageIndicator)
                    && restored == other.restored;
        }
    }

    /** An identifier for a new claim: 20 capitals and digits, ascending in time. */
    public String newId() {
        return ids.next();
    }

    /**
     * Takes claims in. The same content from the same sender is the same claim: then nothing is changed and the first one is
     * returned as it stands now; its {@link #issues} are the first answer. When another transaction takes the same in at this
     * moment, a {@link LedgerException} of kind BUSY, at the end of the transaction at the latest, asks to run the step again.
     *
     * @return what became of each
     */
    public List<Inserted> insert(List<Addition> additions) {
        return sql.inTransaction(() -> newClaims.insert(additions));
    }

    /** {@link #insert(List)} of one claim. */
    public Inserted insert(NewClaim claim, ClaimEvent event) {
        return insert(List.of(new Addition(claim, event))).get(0);
    }

    public Optional<StoredClaim> find(String id) {
        return claims("where id = ?", id).stream().findFirst();
    }

    /** Finds a claim and holds it: until the transaction ends, nobody else changes it. */
    public Optional<StoredClaim> lock(String id) {
        return held("where claim = ? for update", id).stream().findFirst();
    }

    /** Claims whose rows of {@code claim_state} are held until the transaction ends, in the order of the query. */
    private List<StoredClaim> held(String rest, Object... values) {
        List<String> ids = sql.sql("select claim from claim_state " + rest)
                .params(values)
                .query(String.class)
                .list();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, StoredClaim> claims = sql
                .sql("select " + ClaimRows.COLUMNS + " from unnest(cast(? as varchar array)) as held (held_id)"
                        + " join claim on id = held_id" + ClaimRows.WITH_STATE)
                .param(ids.toArray(String[]::new))
                .query(ClaimRows::claim)
                .list()
                .stream()
                .collect(Collectors.toMap(StoredClaim::id, Function.identity()));
        return ids.stream().map(claims::get).toList();
    }

    /** What a sender handed in before with this content. */
    public Optional<StoredClaim> bySender(String sender, String contentHash) {
        return claims("where sender = ? and content_hash = ?", sender, contentHash).stream()
                .findFirst();
    }

    /**
     * Claims that a sender handed in with this patient control number, newest first: those that came in the place of others, and
     * have another number for it, are found by following these. One that was refused counts when there is no other.
     */
    public List<StoredClaim> handedInAs(String sender, String number) {
        List<StoredClaim> all = claims(
                "where patient_control_key = ? and sender = ? order by received_at desc, id desc",
                PatientControlNumber.key(number),
                sender);
        List<StoredClaim> taken = all.stream()
                .filter(claim -> claim.state() != ClaimState.REFUSED)
                .toList();
        return taken.isEmpty() ? all.stream().limit(1).toList() : taken;
    }

    /**
     * Whether a claim was sent, or waits to be, under this patient control number, or under one that begins with the same 17
     * characters, where that is all that payers keep. Whoever handed it in and wherever it went, for a payment that comes by another
     * partner is matched by this number.
     *
     * @param unless a claim that does not count while it waits
     */
    public boolean isSentUnder(String number, StoredClaim unless) {
        String key = PatientControlNumber.key(number);
        String start = PatientControlNumber.start(key);
        return isSent("patient_control_key", key, unless)
                || (start != null && isSent("patient_control_start", start, unless));
    }

    private boolean isSent(String column, String value, StoredClaim unless) {
        return sql.sql("select count(*) from " + ClaimRows.CLAIMS + " where " + column
                                + " = ? and (interchange is not null or (state = 'READY' and id <> ?))")
                        .params(value, unless.id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether a claim that is READY waited when a backup was made that the ledger was restored from: the partner may have it. */
    public boolean mayHaveLeft(StoredClaim claim) {
        return sql.sql("select restored from claim_state where claim = ?")
                .param(claim.id())
                .query(Boolean.class)
                .single();
    }

    /** The claim as it was taken in; null where there was none to read, or where it has been removed. */
    public ObjectNode document(String id) {
        return json("select document from claim_document where claim = ?", ObjectNode.class, id).stream()
                .findFirst()
                .orElse(null);
    }

    /** Where the fields of the claim stood in what was handed in; the same places where the content has been removed. */
    public Pointers pointers(String id) {
        return json("select moves from claim_document where claim = ? and moves is not null", ObjectNode.class, id)
                .stream()
                .findFirst()
                .map(ClaimRows::pointers)
                .orElseGet(Pointers::new);
    }

    /** The claim as it was written, with what the partner's profile added; null until batched, and where it has been removed. */
    public ObjectNode written(String id) {
        return json("select document from claim_written where claim = ?", ObjectNode.class, id).stream()
                .findFirst()
                .orElse(null);
    }

    /** The issues of the first answer. */
    public ArrayNode issues(String id) {
        return json("select issues from claim where id = ?", ArrayNode.class, id)
                .get(0);
    }

    public List<ClaimEvent> events(String id) {
        return events.of(id);
    }

    /** What waits to be batched, the longest waiting first. */
    public List<Waiting> waiting() {
        return sql.sql(
                        "select partner, vocabulary, usage_indicator, restored, count(*) as claims, min(received_at) as oldest"
                                + " from " + ClaimRows.CLAIMS + " where state = 'READY'"
                                + " group by partner, vocabulary, usage_indicator, restored order by oldest")
                .query((row, number) -> new Waiting(
                        row.getString("partner"),
                        row.getString("vocabulary"),
                        row.getString("usage_indicator"),
                        row.getBoolean("restored"),
                        row.getInt("claims"),
                        Sql.instant(row, "oldest")))
                .list();
    }

    /**
     * Takes READY claims for this transaction, oldest first; passes over those that another transaction has taken. May
     * give fewer than wait (on H2, none) while another transaction holds the oldest.
     *
     * @param what from {@link #waiting()}
     */
    public List<StoredClaim> lockReady(Waiting what, int limit) {
        return held(
                "where state = 'READY' and partner = ? and restored = ? and exists (select 1 from claim"
                        + " where id = claim_state.claim and vocabulary = ? and usage_indicator = ?)"
                        + " order by waits_since, claim limit ? for update skip locked",
                what.partner(),
                what.restored(),
                what.vocabulary(),
                what.usageIndicator(),
                limit);
    }

    /** The claims as they were taken in, by id. */
    public Map<String, ObjectNode> documents(List<StoredClaim> claims) {
        return documents("claim_document", claims);
    }

    /** {@link #written(String)} of several claims, by id; without those of which it would be null. */
    public Map<String, ObjectNode> written(List<StoredClaim> claims) {
        return documents("claim_written", claims);
    }

    private Map<String, ObjectNode> documents(String table, List<StoredClaim> claims) {
        return sql
                .sql("select claim, document from unnest(cast(? as varchar array)) as wanted (id) join " + table
                        + " on claim = wanted.id")
                .param(claims.stream().map(StoredClaim::id).distinct().toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("claim"), row.getString("document")))
                .list()
                .parallelStream()
                .collect(Collectors.toMap(Map.Entry::getKey, claim -> Sql.json(claim.getValue(), ObjectNode.class)));
    }

    /** The claims that wait now did so when the ledger was backed up. */
    void markRestored() {
        sql.sql("update claim_state set restored = true where state = 'READY'").update();
    }

    /** Puts a READY claim into an interchange: its place there, the document as written, and the event. */
    public StoredClaim batched(StoredClaim claim, Position position, ObjectNode written, ClaimEvent event) {
        return sql.inTransaction(() -> {
            StoredClaim batched = change(
                    claim,
                    event,
                    ", interchange = ?, isa13 = ?, gs06 = ?, st02 = ?, bht03 = ?, ordinal = ?",
                    position.interchange(),
                    position.interchangeControlNumber(),
                    position.groupControlNumber(),
                    position.setControlNumber(),
                    position.batchReference(),
                    position.ordinal());
            sql.gathered()
                    .insertPart(
                            "insert into claim_written (claim, document) values (?, ?)",
                            claim.id(),
                            written.toString());
            return batched.at(position);
        });
    }

    /** Refuses a claim that turns out to be bad after it was taken in; its issues become these. */
    public StoredClaim refuse(StoredClaim claim, ArrayNode issues, ClaimEvent event) {
        return sql.inTransaction(() -> {
            StoredClaim refused = change(claim, event, "");
            sql.sql("update claim set issues = ? where id = ?")
                    .params(issues.toString(), claim.id())
                    .update();
            return refused;
        });
    }

    /**
     * Records an event and moves the claim to the event's state (which may be the one it is in), with the payer's number that
     * the claim has been given.
     *
     * @param claim as last read; when its state or what is overdue has changed since, a {@link LedgerException} of kind BUSY, at
     *     the end of the transaction at the latest, asks to run the step again; so do the other changes
     * @return the claim in its new state
     */
    public StoredClaim advance(StoredClaim claim, ClaimEvent event) {
        return change(claim, event, "");
    }

    /**
     * {@link #advance} of a claim whose answers have become overdue, or are waited for no more.
     *
     * @param overdue all that is overdue now
     */
    public StoredClaim overdue(StoredClaim claim, Set<AwaitedAnswer> overdue, ClaimEvent event) {
        return change(claim, event, ", overdue = ?", ClaimRows.codes(overdue)).waitingFor(overdue);
    }

    /** {@link #advance} of a claim in whose place another came. */
    public StoredClaim replaced(StoredClaim claim, String by, ClaimEvent event) {
        return change(claim, event, ", replaced_by = ?", by);
    }

    private StoredClaim change(StoredClaim claim, ClaimEvent event, String also, Object... values) {
        return sql.inTransaction(() -> {
            Stream<Object> row = Stream.of(
                            Stream.of(event.state().name(), Texts.fit(claim.payerControlNumber(), LONGEST_NUMBER)),
                            Stream.of(values),
                            Stream.of(claim.id(), claim.state().name(), ClaimRows.codes(claim.overdue())))
                    .flatMap(Function.identity());
            sql.gathered()
                    .change(
                            "update claim_state set state = ?, payer_control_number = coalesce(?, payer_control_number)"
                                    + also + " where claim = ? and state = ? and overdue = ?",
                            () -> "claim " + claim.id() + " has changed meanwhile",
                            row.toArray());
            events.add(claim.id(), event);
            return claim.in(event.state());
        });
    }

    /** The claims of an interchange, in the order written. */
    public List<StoredClaim> ofInterchange(long interchange) {
        return claims("where interchange = ? order by st02, ordinal", interchange);
    }

    /** {@link #ofInterchange}, held until the transaction ends. */
    public List<StoredClaim> lockInterchange(long interchange) {
        return held("where interchange = ? order by st02, ordinal for update", interchange);
    }

    /** The claims of a functional group (999 AK102), in the order written. */
    public List<StoredClaim> ofGroup(String partner, String groupControlNumber) {
        return claims("where " + OF_GROUP + " order by st02, ordinal", partner, groupControlNumber);
    }

    /** The claims of a transaction set (999 AK102 and AK202), in the order written. */
    public List<StoredClaim> ofSet(String partner, String groupControlNumber, String setControlNumber) {
        return claims(
                "where " + OF_GROUP + " and st02 = ? order by ordinal", partner, groupControlNumber, setControlNumber);
    }

    /** The claims of a transaction set by its BHT03 (277CA 2200B TRN02), in the order written. */
    public List<StoredClaim> ofBatch(String partner, String batchReference) {
        return claims(
                "where interchange = (select interchange from transaction_set where partner = ? and bht03 = ?)"
                        + " and bht03 = ? order by ordinal",
                partner,
                batchReference,
                batchReference);
    }

    /**
     * The documents of a set as they were written, in that order: what a 999's segment positions count in. Empty when any of
     * them has been removed.
     */
    public List<ObjectNode> writtenOfSet(String partner, String groupControlNumber, String setControlNumber) {
        List<ObjectNode> written = json(
                "select w.document from claim_state s left join claim_written w on w.claim = s.claim where " + OF_GROUP
                        + " and st02 = ? order by ordinal",
                ObjectNode.class,
                partner,
                groupControlNumber,
                setControlNumber);
        return written.contains(null) ? List.of() : written;
    }

    /**
     * Claims with these patient control numbers (CLM01, 277CA TRN02, 835 CLP01) that have been batched, whoever they went to, by
     * number, newest first. Upper and lower case are the same; of a number cut off by the payer, 17 characters are enough.
     */
    public Map<String, List<StoredClaim>> byPatientControlNumber(Set<String> numbers) {
        Map<String, List<StoredClaim>> whole = new HashMap<>();
        sql.sql("select patient_control_key, " + ClaimRows.COLUMNS
                        + " from unnest(cast(? as varchar array)) as wanted (number)"
                        + " join claim on patient_control_key = wanted.number"
                        + ClaimRows.WITH_STATE
                        + " where interchange is not null order by received_at desc, id desc")
                .param(numbers.stream()
                        .map(PatientControlNumber::key)
                        .distinct()
                        .toArray(String[]::new))
                .query(row -> {
                    whole.computeIfAbsent(row.getString("patient_control_key"), key -> new ArrayList<>())
                            .add(ClaimRows.claim(row, 0));
                });
        return numbers.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        number -> whole.containsKey(PatientControlNumber.key(number))
                                ? whole.get(PatientControlNumber.key(number))
                                : cutOff(PatientControlNumber.key(number))));
    }

    /** {@link #byPatientControlNumber(Set)} of one number. */
    public List<StoredClaim> byPatientControlNumber(String number) {
        return byPatientControlNumber(Set.of(number)).get(number);
    }

    private List<StoredClaim> cutOff(String key) {
        return key.length() < PatientControlNumber.CUT_OFF
                ? List.of()
                : claims(
                        "where patient_control_start = ? and substring(patient_control_key from 1 for ?) = ?"
                                + " and interchange is not null order by received_at desc, id desc",
                        PatientControlNumber.start(key),
                        key.length(),
                        key);
    }

    /** Claims for which the payer gave this number, newest first. */
    public List<StoredClaim> byPayerControlNumber(String number) {
        return claims(
                "where payer_control_number = ? order by received_at desc, id desc", Texts.fit(number, LONGEST_NUMBER));
    }

    private List<StoredClaim> claims(String rest, Object... values) {
        return sql.sql("select " + ClaimRows.COLUMNS + " from " + ClaimRows.CLAIMS + " " + rest)
                .params(values)
                .query(ClaimRows::claim)
                .list();
    }

    private <T extends JsonNode> List<T> json(String query, Class<T> type, Object... values) {
        return sql.sql(query)
                .params(values)
                .query((row, number) -> Sql.json(row.getString(1), type))
                .list();
    }
}
