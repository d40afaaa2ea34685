package org.claimgate.sandbox;

import java.util.List;

/**
 * What a clearinghouse tells of the batches (sets of claims) that it took in: records of 120 characters. The mapping
 * batch-acceptance-report reads it.
 */
final class BatchReport {

    private static final int RECORD = 120;
    private static final int MESSAGE_CODE = 8;
    private static final int IDENTIFIER = 30;

    private final StringBuilder text = new StringBuilder();
    private int begin;

    private BatchReport() {}

    static String of(List<DecidedSet> sets, Reply reply, String interchange) {
        BatchReport report = new BatchReport();
        report.record("10")
                .field("BATCHACC", 10)
                .field("SANDBOX", IDENTIFIER)
                .field(reply.applicationReceiver(), IDENTIFIER)
                .field(reply.date(), 8)
                .field(reply.time(), 4)
                .field(reply.controlNumber(), 36)
                .end();
        sets.forEach(set -> report.batch(set, reply, interchange));
        report.record("90").field(String.format("%06d", sets.size()), 6).end();
        return report.text.toString();
    }

    private void batch(DecidedSet set, Reply reply, String interchange) {
        boolean errors = set.decisions().stream().anyMatch(decision -> !decision.accepted());
        record("20")
                .field("", 50)
                .field(interchange, 9)
                .field(set.batchReference(), 50)
                .field(reply.date(), 8)
                .field(set.isRefused() ? "R" : errors ? "E" : "A", 1)
                .end();
        if (set.isRefused()) {
            error("25", "A3-24", "The submitter is not approved for this payer");
        }
        set.decisions().forEach(this::claim);
        record("80")
                .field(String.format("%06d", set.decisions().size()), 6)
                .field(String.format("%011d", Money.cents(set.charges())), 11)
                .end();
    }

    private void claim(Decision decision) {
        Claim claim = decision.claim();
        record("30")
                .field(claim.patientControlNumber(), 20)
                .field(claim.traceNumber(), IDENTIFIER)
                .field(decision.payerControlNumber(), IDENTIFIER)
                .field(claim.payerName(), 20)
                .field(claim.firstDay(), 8)
                .field(String.format("%09d", Money.cents(claim.charge())), 9)
                .field(decision.accepted() ? "A" : "R", 1)
                .end();
        if (!decision.accepted()) {
            error("35", decision.status().category() + "-" + decision.status().status(), decision.words());
        }
    }

    private void error(String record, String code, String words) {
        record(record)
                .field(code, MESSAGE_CODE)
                .field(words, RECORD - record.length() - MESSAGE_CODE)
                .end();
    }

    private BatchReport record(String type) {
        begin = text.length();
        text.append(type);
        return this;
    }

    /** Cut off where it is too long for its columns. */
    private BatchReport field(String value, int columns) {
        String fitting = value.substring(0, Math.min(value.length(), columns));
        text.append(fitting).append(" ".repeat(columns - fitting.length()));
        return this;
    }

    private void end() {
        text.append(" ".repeat(RECORD - (text.length() - begin))).append('\n');
    }
}
