package org.claimgate.sandbox;

import java.util.List;

/**
 * What a clearinghouse tells beside the 277CA: its own report, fields between bars, with a record for each claim that was decided.
 * The mapping clearinghouse-claim-report reads it.
 */
final class ClaimReport {

    private static final String LINE_BREAK = "\n";

    private final StringBuilder text = new StringBuilder();

    private ClaimReport() {}

    static String of(List<DecidedSet> sets, Reply reply, String interchange) {
        List<Decision> decisions =
                sets.stream().flatMap(set -> set.decisions().stream()).toList();
        String count = Integer.toString(decisions.size());
        ClaimReport report = new ClaimReport();
        report.line("HDR", "CLAIM REPORT", "SANDBOX", reply.applicationReceiver(), reply.date(), reply.controlNumber());
        report.line("FIL", "", interchange, count);
        decisions.forEach(report::claim);
        report.line(
                "TRL",
                count,
                Money.twoDecimals(
                        Money.sum(sets.stream().map(DecidedSet::charges).toList())));
        return report.text.toString();
    }

    private void claim(Decision decision) {
        Claim claim = decision.claim();
        line(
                "CLM",
                claim.patientControlNumber(),
                claim.traceNumber(),
                "",
                decision.payerControlNumber(),
                claim.patientName(),
                Money.twoDecimals(claim.charge()),
                decision.accepted() ? "ACC" : "REJ");
        if (!decision.accepted()) {
            line(
                    "MSG",
                    "PY",
                    decision.status().category() + "-" + decision.status().status(),
                    decision.words());
        }
    }

    private void line(String... fields) {
        for (int i = 0; i < fields.length; i++) {
            text.append(i == 0 ? "" : "|").append(fields[i].replace('|', ' '));
        }
        text.append(LINE_BREAK);
    }
}
