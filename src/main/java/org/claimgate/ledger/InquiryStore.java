package org.claimgate.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Questions to partners how far claims have come, and what answered them. */
public final class InquiryStore {

    private final Sql sql;

    InquiryStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * Records a question, in the transaction that stores its interchange.
     *
     * @param reference of whoever asked; the same one asks once for a claim
     */
    public void insert(String trace, String claim, long interchange, String reference) {
        sql.sql("insert into inquiry (trace, claim, interchange, reference, asked_at) values (?, ?, ?, ?, ?)")
                .params(trace, claim, interchange, hash(reference), sql.now())
                .update();
    }

    /** What the same asker asked of a claim before. */
    public Optional<StoredInquiry> find(String reference, String claim) {
        return inquiries("where q.reference = ? and q.claim = ?", hash(reference), claim).stream()
                .findFirst();
    }

    /** By the trace number that a partner's answer repeats. */
    public Optional<StoredInquiry> byTrace(String partner, String trace) {
        return inquiries("where i.partner = ? and q.trace = ?", partner, trace).stream()
                .findFirst();
    }

    /** The questions of an interchange, in the order asked. */
    public List<StoredInquiry> ofInterchange(long interchange) {
        return inquiries("where q.interchange = ? order by q.id", interchange);
    }

    /** The questions of a functional group (999 AK102), which is one set, in the order asked. */
    public List<StoredInquiry> ofGroup(String partner, String groupControlNumber) {
        return inquiries("where i.partner = ? and i.gs06 = ? order by q.id", partner, groupControlNumber);
    }

    /** The questions of a transaction set by its BHT03, in the order asked. */
    public List<StoredInquiry> ofBatch(String partner, String batchReference) {
        return inquiries(
                "join transaction_set s on s.interchange = i.id where s.partner = ? and s.bht03 = ? order by q.id",
                partner,
                batchReference);
    }

    /** Records what answered a question; a later answer replaces it. */
    public void answered(StoredInquiry inquiry, String kind, long file) {
        sql.sql("update inquiry set answer = ?, answered_by = ? where id = ?")
                .params(kind, file, inquiry.id())
                .update();
    }

    private List<StoredInquiry> inquiries(String rest, Object... values) {
        return sql.sql("select q.id, q.trace, q.claim, q.interchange, i.isa13, q.answer from inquiry q"
                        + " join interchange i on i.id = q.interchange " + rest)
                .params(values)
                .query((row, number) -> new StoredInquiry(
                        row.getLong("id"),
                        row.getString("trace"),
                        row.getString("claim"),
                        row.getLong("interchange"),
                        row.getString("isa13"),
                        row.getString("answer")))
                .list();
    }

    private static String hash(String reference) {
        return Hashes.sha256(reference.getBytes(StandardCharsets.UTF_8));
    }
}
