package org.claimgate.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Claims that differ in their patient control numbers, for one payer, and 835 files that pay them.
 *
 * @param prefix what their numbers begin with
 * @param claims claim JSON, each a message of its own
 */
record MadeClaims(String prefix, List<String> claims) {

    private static final Path SAMPLE = Path.of("edi-samples/837P/paid-office-visit/claim.json");

    static MadeClaims of(int round, int count) throws IOException {
        ObjectNode claim = (ObjectNode) new ObjectMapper().readTree(SAMPLE.toFile());
        ObjectNode information = (ObjectNode) claim.get("claimInformation");
        String prefix = "R" + round + "C";
        List<String> claims = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            information.put("patientControlNumber", prefix + number);
            claims.add(claim.toString());
        }
        return new MadeClaims(prefix, claims);
    }

    /** A payment for each of some of them, of 120.00 for a charge of 185.00. */
    String remittance(int from, int to) {
        StringBuilder segments = new StringBuilder(HEADING.formatted((to - from) * 120, prefix, from));
        for (int number = from; number < to; number++) {
            segments.append("CLP*%1$s%2$d*1*185*120*15*12*%1$sICN%2$d*11*1~\n".formatted(prefix, number));
            segments.append(
                    "CAS*CO*45*50~\nCAS*PR*3*15~\nNM1*QC*1*ELLISON*NORA****MI*QHM100200301~\nDTM*232*20261102~\n");
        }
        return ("ISA*00*          *00*          *ZZ*SANDBOX        *ZZ*CLAIMGATE      *261127*1200*^*00501*%1$09d*0*T*:~\n"
                        + "GS*HP*SANDBOX*CLAIMGATE*20261127*1200*%1$d*X*005010X221A1~\n%2$sSE*%3$d*0001~\nGE*1*%1$d~\nIEA*1*%1$09d~\n")
                .formatted(
                        Math.abs((prefix + from).hashCode()) % 1_000_000 + 1,
                        segments,
                        segments.chars().filter(character -> character == '~').count() + 1);
    }

    private static final String HEADING =
            """
            ST*835*0001~
            BPR*I*%d*C*ACH*CCP*01*031100209*DA*11111111*1123456789**01*021000021*DA*22222222*20261120~
            TRN*1*TRACE%s%d*1123456789~
            DTM*405*20261119~
            N1*PR*EXAMPLE HEALTH PLAN~
            N3*1 MAIN STREET~
            N4*SPRINGFIELD*IL*627010001~
            PER*BL*HELP DESK*TE*8005550100~
            N1*PE*EXAMPLE CLINIC*XX*1948372614~
            LX*1~
            """;
}
