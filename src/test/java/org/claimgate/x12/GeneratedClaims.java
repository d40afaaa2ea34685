package org.claimgate.x12;

import java.io.IOException;
import java.io.InputStream;

/**
 * A large 837P of any size, made while it is read: one interchange and group, sets of {@value #PROVIDERS_PER_SET}
 * billing providers with {@value #SUBSCRIBERS} subscribers each, of whom every fourth has two dependents as patients and
 * every fourth two claims of their own; two to four service lines a claim, whose charges make the claim's. Always the
 * same for the same size.
 */
public final class GeneratedClaims extends InputStream {

    private static final int PROVIDERS_PER_SET = 40;
    private static final int SUBSCRIBERS = 24;
    private static final String[] PROCEDURES = {"99213", "99214", "93000", "36415", "80053"};
    private static final String[] DIAGNOSES = {"I2510", "R0789", "Z00129", "E119", "M545"};
    private static final String CITY_LINE = "COLUMBUS";

    private final long minimumBytes;
    private final Supply supply = new Supply();
    private final SegmentWriter writer;
    private int sets;
    private int provider;
    private int levels;
    private long people;
    private long documents;

    /** Whole sets until at least this many bytes are out. */
    public GeneratedClaims(long minimumBytes) throws IOException {
        this.minimumBytes = minimumBytes;
        writer = new SegmentWriter(supply, Delimiters.USUAL, "\n", null);
        writer.beginInterchange(new Interchange(
                "ZZ", "PROVIDER", "ZZ", "PAYER", "261122", "1200", "00501", "000000001", "0", "T", Delimiters.USUAL));
        writer.beginGroup(new FunctionalGroup("HC", "PROVIDER", "PAYER", "20261122", "1200", "1", "X", "005010X222A1"));
    }

    /** Claims made so far. */
    public long claims() {
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
        if (provider == PROVIDERS_PER_SET) {
            writer.endSet();
            provider = 0;
        }
        if (provider == 0 && supply.handedOut() >= minimumBytes) {
            writer.endGroup();
            writer.endInterchange();
            writer.close();
            return false;
        }
        if (provider == 0) {
            beginSet();
        }
        writeProvider();
        provider++;
        return true;
    }

    private void beginSet() throws IOException {
        sets++;
        levels = 0;
        writer.beginSet(new TransactionSet("837", String.format("%04d", sets), "005010X222A1"));
        segment("BHT", "0019", "00", "BATCH" + sets, "20261122", "1200", "CH");
        segment("NM1", "41", "2", "EXAMPLE BILLING SERVICE", "", "", "", "", "46", "PROVIDER");
        segment("PER", "IC", "DANA FROST", "TE", "6145550123", "EM", "claims@billing.example");
        segment("NM1", "40", "2", "EXAMPLE CLEARINGHOUSE", "", "", "", "", "46", "PAYER");
    }

    private void writeProvider() throws IOException {
        int level = ++levels;
        int number = (sets - 1) * PROVIDERS_PER_SET + provider;
        segment("HL", Integer.toString(level), "", "20", "1");
        segment("PRV", "BI", "PXC", "207Q00000X");
        segment("NM1", "85", "2", "EXAMPLE PRACTICE " + number, "", "", "", "", "XX", npi(number));
        segment("N3", 1 + number % 900 + " LAKE SHORE DR");
        segment("N4", CITY_LINE, "OH", "432151234");
        segment("REF", "EI", Integer.toString(310_000_000 + number % 1_000_000));
        segment("PER", "IC", "BILLING OFFICE", "TE", "6145550142");
        for (int subscriber = 0; subscriber < SUBSCRIBERS; subscriber++) {
            writeSubscriber(level, subscriber);
        }
    }

    private void writeSubscriber(int parent, int subscriber) throws IOException {
        int level = ++levels;
        boolean forDependents = subscriber % 4 == 3;
        String family = "LAST" + people % 97;
        segment("HL", Integer.toString(level), Integer.toString(parent), "22", forDependents ? "1" : "0");
        segment("SBR", "P", forDependents ? "" : "18", "GRP" + people % 1000, "", "", "", "", "", "CI");
        segment("NM1", "IL", "1", family, "FIRST" + people % 89, "", "", "", "MI", "W" + (100_000 + people));
        writeAddress();
        segment("DMG", "D8", "19" + (50 + people % 50) + "0614", people % 2 == 0 ? "F" : "M");
        segment("NM1", "PR", "2", "EXAMPLE HEALTH PLAN", "", "", "", "", "PI", "PLAN" + people % 7);
        people++;
        if (!forDependents) {
            for (int claim = 0; claim <= subscriber % 4 / 2; claim++) {
                writeClaim();
            }
            return;
        }
        for (int dependent = 0; dependent < 2; dependent++) {
            segment("HL", Integer.toString(++levels), Integer.toString(level), "23", "0");
            segment("PAT", "19");
            segment("NM1", "QC", "1", family, "CHILD" + dependent);
            writeAddress();
            segment("DMG", "D8", "20" + (10 + people % 10) + "0711", "M");
            writeClaim();
        }
    }

    private void writeAddress() throws IOException {
        segment("N3", people % 500 + 1 + " MAPLE ST");
        segment("N4", CITY_LINE, "OH", "432061020");
    }

    private void writeClaim() throws IOException {
        int lines = 2 + (int) (documents % 3);
        long charge = 0;
        for (int line = 1; line <= lines; line++) {
            charge += charge(line);
        }
        String number = "PC" + documents;
        writer.begin("CLM");
        writer.put(1, number);
        writer.put(2, money(charge));
        writer.put(5, 1, 1, "11");
        writer.put(5, 1, 2, "B");
        writer.put(5, 1, 3, "1");
        writer.put(6, "Y");
        writer.put(7, "A");
        writer.put(8, "Y");
        writer.put(9, "Y");
        writer.end();
        segment("REF", "EA", "MRN" + documents % 10_000);
        writer.begin("HI");
        writer.put(1, 1, 1, "ABK");
        writer.put(1, 1, 2, DIAGNOSES[(int) (documents % DIAGNOSES.length)]);
        writer.put(2, 1, 1, "ABF");
        writer.put(2, 1, 2, DIAGNOSES[(int) ((documents + 1) % DIAGNOSES.length)]);
        writer.end();
        segment("NM1", "82", "1", "HEALER", "HELEN", "", "", "", "XX", npi(documents % 500));
        segment("PRV", "PE", "PXC", "208000000X");
        for (int line = 1; line <= lines; line++) {
            writeLine(number, line);
        }
        documents++;
    }

    private void writeLine(String number, int line) throws IOException {
        segment("LX", Integer.toString(line));
        writer.begin("SV1");
        writer.put(1, 1, 1, "HC");
        writer.put(1, 1, 2, PROCEDURES[(int) ((documents + line) % PROCEDURES.length)]);
        writer.put(2, money(charge(line)));
        writer.put(3, "UN");
        writer.put(4, "1");
        writer.put(7, 1, 1, "1");
        writer.put(7, 1, 2, line % 2 == 0 ? "2" : "");
        writer.end();
        segment("DTP", "472", "D8", "20261101");
        segment("REF", "6R", number + "L" + line);
    }

    private long charge(int line) {
        return 10_000 + 25L * (documents % 400) + 100L * line;
    }

    private static String money(long cents) {
        return GeneratedRemittance.money(cents);
    }

    /** A National Provider Identifier with its check digit, which counts the prefix 80840. */
    private static String npi(long number) {
        String digits = String.format("1%08d", number);
        int sum = 24;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            int doubled = i % 2 == 0 ? 2 * digit : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return digits + (10 - sum % 10) % 10;
    }

    private void segment(String id, String... values) throws IOException {
        writer.begin(id);
        for (int i = 0; i < values.length; i++) {
            writer.put(i + 1, values[i]);
        }
        writer.end();
    }
}
