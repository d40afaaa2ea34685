package org.claimgate.x12;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;

/**
 * A large 835 of any size, made while it is read: one interchange and group, sets of {@value #CLAIMS_PER_SET} payments
 * with two or three service lines each, always the same for the same size. Counts are right and payments balance.
 */
public final class GeneratedRemittance extends InputStream {

    private static final int CLAIMS_PER_SET = 1500;
    private static final String[] PROCEDURES = {"99213", "99214", "93000", "36415", "80053"};

    private final long minimumBytes;
    private final Supply supply = new Supply();
    private final SegmentWriter writer;
    private int sets;
    private int claim;
    private long documents;

    /** Whole sets until at least this many bytes are out. */
    public GeneratedRemittance(long minimumBytes) throws IOException {
        this.minimumBytes = minimumBytes;
        writer = new SegmentWriter(supply, Delimiters.USUAL, "\n", null);
        writer.beginInterchange(new Interchange(
                "ZZ", "PAYER", "ZZ", "PROVIDER", "261122", "1200", "00501", "000000001", "0", "T", Delimiters.USUAL));
        writer.beginGroup(new FunctionalGroup("HP", "PAYER", "PROVIDER", "20261122", "1200", "1", "X", "005010X221A1"));
    }

    /** Payments made so far. */
    public long payments() {
        return documents;
    }

    /** Transaction sets made so far. */
    public int sets() {
        return sets;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return supply.read(target, offset, length, this::makeMore);
    }

    private boolean makeMore() throws IOException {
        if (claim == CLAIMS_PER_SET) {
            writer.endSet();
            claim = 0;
        }
        if (claim == 0 && supply.handedOut() >= minimumBytes) {
            writer.endGroup();
            writer.endInterchange();
            writer.close();
            return false;
        }
        if (claim == 0) {
            beginSet();
        }
        writeClaim();
        return true;
    }

    private void beginSet() throws IOException {
        sets++;
        writer.beginSet(new TransactionSet("835", String.format("%04d", sets), null));
        long total = 0;
        for (int i = 0; i < CLAIMS_PER_SET; i++) {
            for (int line = 1; line <= lines(i); line++) {
                total += paid(i, line);
            }
        }
        segment(
                "BPR",
                "I",
                money(total),
                "C",
                "ACH",
                "CCP",
                "01",
                "031100209",
                "DA",
                "11111111",
                "1123456789",
                "",
                "01",
                "021000021",
                "DA",
                "22222222",
                "20261120");
        segment("TRN", "1", "TRACE" + sets, "1123456789");
        segment("DTM", "405", "20261119");
        segment("N1", "PR", "EXAMPLE HEALTH PLAN");
        segment("N3", "1 MAIN STREET");
        segment("N4", "SPRINGFIELD", "IL", "627010001");
        segment("PER", "BL", "HELP DESK", "TE", "8005550100");
        segment("N1", "PE", "EXAMPLE CLINIC", "XX", "1999999984");
        segment("REF", "TJ", "311234567");
        segment("LX", "1");
    }

    private void writeClaim() throws IOException {
        long charge = 0;
        long paid = 0;
        long patient = 0;
        for (int line = 1; line <= lines(claim); line++) {
            charge += charge(claim, line);
            paid += paid(claim, line);
            patient += 1500;
        }
        documents++;
        String number = "PC" + documents;
        segment("CLP", number, "1", money(charge), money(paid), money(patient), "12", "ICN" + documents, "11", "1");
        segment("NM1", "QC", "1", "LAST" + claim % 97, "FIRST" + claim % 89, "", "", "", "MI", "W" + (100_000 + claim));
        segment("NM1", "82", "1", "HEALER", "HELEN", "", "", "", "XX", "1999999992");
        segment("REF", "EA", "MRN" + documents % 10_000);
        segment("DTM", "232", "20261101");
        segment("DTM", "050", "20261105");
        for (int line = 1; line <= lines(claim); line++) {
            writeLine(number, line);
        }
        claim++;
    }

    private void writeLine(String number, int line) throws IOException {
        long charge = charge(claim, line);
        long paid = paid(claim, line);
        writer.begin("SVC");
        writer.put(1, 1, 1, "HC");
        writer.put(1, 1, 2, PROCEDURES[(claim + line) % PROCEDURES.length]);
        writer.put(2, money(charge));
        writer.put(3, money(paid));
        writer.put(5, "1");
        writer.end();
        segment("DTM", "472", "20261101");
        segment("CAS", "CO", "45", money(charge - paid - 1500));
        segment("CAS", "PR", "3", "15");
        segment("REF", "6R", number + "L" + line);
        segment("AMT", "B6", money(paid + 1500));
    }

    private static int lines(int claim) {
        return 2 + claim % 2;
    }

    private static long charge(int claim, int line) {
        return 10_000 + 25L * (claim % 400) + 100L * line;
    }

    private static long paid(int claim, int line) {
        return charge(claim, line) * 6 / 10;
    }

    static String money(long cents) {
        return BigDecimal.valueOf(cents, 2).stripTrailingZeros().toPlainString();
    }

    private void segment(String id, String... values) throws IOException {
        writer.begin(id);
        for (int i = 0; i < values.length; i++) {
            writer.put(i + 1, values[i]);
        }
        writer.end();
    }
}
