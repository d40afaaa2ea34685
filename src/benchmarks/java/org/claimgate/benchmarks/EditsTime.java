package org.claimgate.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.claimgate.claim.Claims;
import org.claimgate.claim.edit.EditSettings;
import org.claimgate.claim.edit.Edits;
import org.claimgate.claim.edit.Kind;
import org.claimgate.guide.Guides;

/**
 * What the edits cost: processor time of one thread for the judgement of a claim as intake does it (canonical form, schema,
 * guide, edits), and of that for the edits alone.
 */
final class EditsTime {

    private static final List<String> SAMPLES = List.of(
            "837P/paid-office-visit",
            "837P/secondary",
            "837P/all-providers",
            "837P/bad-ten-mistakes",
            "837I/inpatient");

    private static final int WARM_UP = 20_000;
    private static final int CLAIMS = 5_000;
    private static final double NANOS_A_MICRO = 1_000;

    private EditsTime() {}

    static void run(int rounds) throws IOException {
        Guides guides = Guides.load(Path.of("mappings/x12"));
        Claims claims = new Claims(guides, Clock.systemUTC());
        Edits edits = new Edits(guides, Clock.systemUTC());
        System.out.println("| claim | microseconds | of these the edits | share |");
        System.out.println("|---|--:|--:|--:|");
        for (String sample : SAMPLES) {
            ObjectNode sent = (ObjectNode) new ObjectMapper()
                    .readTree(Path.of("edi-samples", sample, "claim.json").toFile());
            Claims.Checked checked = claims.check(sent);
            Kind kind = Kind.of(checked.vocabulary());
            IntSupplier whole = () -> claims.check(sent).issues().size();
            IntSupplier alone = () ->
                    edits.check(checked.document(), kind, EditSettings.USUAL).size();
            time(whole, WARM_UP);
            time(alone, WARM_UP);
            double wholeTime = Double.MAX_VALUE;
            double aloneTime = Double.MAX_VALUE;
            for (int round = 0; round < rounds * 3; round++) {
                wholeTime = Math.min(wholeTime, time(whole, CLAIMS));
                aloneTime = Math.min(aloneTime, time(alone, CLAIMS));
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.0f %% |%n",
                    sample,
                    wholeTime,
                    aloneTime,
                    100 * aloneTime / wholeTime);
        }
    }

    /** Microseconds of processor time for one. */
    private static double time(IntSupplier work, int times) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long found = 0;
        for (int i = 0; i < times; i++) {
            found += work.getAsInt();
        }
        long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        if (found < 0) {
            throw new IllegalStateException("never");
        }
        return (after - before) / NANOS_A_MICRO / times;
    }
}
