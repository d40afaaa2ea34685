package org.claimgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One mistake in a sound file gives one issue, at its place, with X12's code for it; explain shows what validate says. */
class FoundMistakesTest {

    private static final Pattern CODE = Pattern.compile("(error|warning) (EDIT|IK\\d+|AK905|TA105):[\\w-]*");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            837P/paid-office-visit | N4*COLUMBUS*OH*432151234          | N4*COLUMBUS*XY*432151234          | warning IK403:7   | 2010AA N402
            837P/paid-office-visit | XX*1948372614                     | XX*194837261                      | error IK403:4     | 2010AA NM109
            837P/paid-office-visit | XX*1948372614                     | XX*1948372615                     | warning IK403:I12 | 2010AA NM109
            837P/paid-office-visit | N4*COLUMBUS*OH*432151234          | N4*COLUMBUS*OH*43215              | warning IK403:I12 | 2010AA N403
            837P/paid-office-visit | HL*2*1*22*0                       | HL*2*1*22*1                       | error IK403:7     | segment 13: 2000B HL04
            837P/paid-office-visit | HL*2*1*22*0                       | HL*2*7*22*0                       | error IK403:7     | 2000B HL02
            837P/paid-office-visit | HL*1**20*1                        | HL***20*1                         | error IK403:1     | 2000A HL01
            837P/paid-office-visit | LX*1~                             | LX*!~                             | error IK403:6     | 2400 LX01
            277CA/accepted         | DTP*050*D8*20261122               | DTP*050*D8*!                      | error IK403:8     | DTP03
            835/paid-in-full       | CLP*LFP260001*1*185*185*          | CLP*LFP260001*1*185**             | error IK403:1     | 2100 CLP04
            837P/paid-office-visit | ~SE*                              | ~SE*\u007f                        | error IK403:6     | SE01: there is a control character
            837P/paid-office-visit | HL*2*1*22*0                       | HL*3*1*22*0                       | error IK403:7     | 2000B HL01
            837P/paid-office-visit | CLM*LFP260001*185*                | CLM*LFP260001*185.000*            | error IK403:I12   | 2300 CLM02
            837P/paid-office-visit | 60*UN*1***1                       | 60*UN*1***3                       | warning EDIT:X222.2400.SV107.010 | SV107-1 in loop 2400
            837P/paid-office-visit | CLM*LFP260001*185*                | CLM*LFP260001*195*                | warning EDIT:X222.2300.CLM02.010 | segment 20 CLM02 in loop 2300
            837P/paid-office-visit | 11:B:1*Y*A*Y*Y~REF                | 11:B:7*Y*A*Y*Y~REF                | warning EDIT:X222.2300.REF-F8.010 | segment 20 CLM in loop 2300
            837P/paid-office-visit | DMG*D8*19820614*F~                | REF*SY*123456789~                 | error IK304:I6    | segment 19 DMG in loop 2010BA: DMG is missing, for loop 2300 stands here
            837P/paid-office-visit | DMG*D8*19820614                   | DMG*D9*19820614                   | error IK403:7     | 2010BA DMG01
            837P/paid-office-visit | N3*77 MAPLE ST~N4*COLUMBUS*OH*432061020~DMG*D8*19820614*F~ | N4*COLUMBUS*OH*432061020~DMG*D8*19820614*F~REF*SY*123456789~ | error IK304:I6 | segment 19 N3 in loop 2010BA
            837P/paid-office-visit | ELLISON*NORA****MI*QHM100200301    | ELLISON*NORA                      | warning EDIT:X222.2010BA.NM109.010 | segment 15 NM109 in loop 2010BA
            837P/paid-office-visit | HI*ABK:J020*ABF:R509              | HI*ABK:J02.0*ABF:R509             | warning IK403:I12 | 2300 HI01-2
            837I/inpatient         | HI*ABK:                           | HI*ABK:.                          | warning IK403:I12 | 2300 HI01-2
            837P/paid-office-visit | DTP*472*D8*20260902~REF           | DTP*472*D8*20260932~REF           | error IK403:8     | 2400 DTP03
            837P/paid-office-visit | SBR*P*18*                         | SBR*P*18^19*                      | error IK403:12    | 2000B SBR02
            837P/paid-office-visit | N3*77 MAPLE ST                    | N3*77 MAPLE ST:4                  | error IK403:13    | 2010BA N301
            837P/paid-office-visit | PER*IC*BILLING OFFICE*TE*6145550142 | PER*IC*BILLING OFFICE*TE        | error IK403:      | 2010AA PER04
            837P/paid-office-visit | N4*COLUMBUS*OH*432061020          | N4*COLUMBUS*OH*432061020****BC    | error IK403:10    | 2010BA N407
            837P/paid-office-visit | XX*1948372614                     | XX                                | error IK403:2     | 2010AA NM109
            837P/paid-office-visit | PRV*BI*PXC                        | PRV*BI*G2                         | error IK403:I6    | 2000A PRV02
            837P/paid-office-visit | PRV*BI*PXC                        | PRV*BI*Q7                         | error IK403:7     | 2000A PRV02
            837P/paid-office-visit | MI*QHM100200301                   | XX*QHM100200301                   | error IK403:I6    | 2010BA NM108
            837P/paid-office-visit | SBR*P*18*                         | SBR*P**                           | error IK403:I9    | segment 14: 2000B SBR02
            837P/adjusted-dependent | SBR*P********CI                  | SBR*P*18*******CI                 | error IK403:I13   | segment 14: 2000B SBR02
            837P/paid-office-visit | HL*1**20*1                        | HL*1**20*0                        | error IK403:I6    | 2000A HL04
            837P/paid-office-visit | DMG*D8*19820614*F                 | DMG*D8*19820614*X                 | error IK403:7     | 2010BA DMG03
            837P/paid-office-visit | N3*77 MAPLE ST                    | N3* 77 MAPLE ST                   | warning IK403:6   | 2010BA N301
            837P/paid-office-visit | REF*X4*36D1234567                 | REF*X4*36D\u0085234567             | error IK403:6     | 2300 REF02
            837P/paid-office-visit | REF*X4*36D1234567                 | ZZ9*X4*36D1234567                 | error IK304:1     | ZZ9
            837P/paid-office-visit | REF*X4*36D1234567                 | N3*1 MAIN ST                      | error IK304:2     | N3
            837P/paid-office-visit | REF*X4*36D1234567                 | BPR*I*90                          | error IK304:6     | BPR in loop 2300
            837P/paid-office-visit | REF*X4*36D1234567                 | CR6*1                             | error IK304:I4    | CR6 in loop 2300
            837P/paid-office-visit | REF*X4*36D1234567                 | REF*EI*36D1234567                 | error IK304:I4    | REF in loop 2300
            837P/adjusted-dependent | N3*5 QUARRY LN~N4*DUBLIN*OH*430173344~DMG*D8*19750309 | N2*BEHIND THE HOUSE~N4*DUBLIN*OH*430173344~DMG*D8*19750309 | error IK304:I4  | N2 in loop 2010BA
            837P/paid-office-visit | REF*6R*LFP260001A                 | SV2*0450*HC:99213                 | error IK304:I4    | SV2 in loop 2400
            835/bundled-and-remarked-lines | LQ*HE*N19                 | N2*NAME                           | error IK304:2     | N2 in loop 2110
            837P/paid-office-visit | HL*1**20*1~                       | HL*5**20*1~                       | error IK403:7     | 2000A HL01
            837P/paid-office-visit | HL*1**20*1~PRV*BI*PXC*207Q00000X~NM1*85*2*LAKESIDE FAMILY PRACTICE*****XX*1948372614~N3*1200 LAKE SHORE DR~N4*COLUMBUS*OH*432151234~REF*EI*311234567~PER*IC*BILLING OFFICE*TE*6145550142~HL*2*1*22*0~ | HL*63**20*1~PRV*BI*PXC*207Q00000X~NM1*85*2*LAKESIDE FAMILY PRACTICE*****XX*1948372614~N3*1200 LAKE SHORE DR~N4*COLUMBUS*OH*432151234~REF*EI*311234567~PER*IC*BILLING OFFICE*TE*6145550142~HL*64*63*22*0~ | error IK403:7 | 2000A HL01
            837P/paid-office-visit | BHT*0019*00*B000000001*20261122*1200*CH~NM1*41*2*HARBOR BILLING SERVICE*****46*HARBOR01~ | NM1*41*2*HARBOR BILLING SERVICE*****46*HARBOR01~BHT*0019*00*B000000001*20261122*1200*CH~ | error IK304:7 | segment 3 BHT in loop ST
            837P/paid-office-visit | PRV*BI*PXC*207Q00000X~NM1*85*2*LAKESIDE FAMILY PRACTICE*****XX*1948372614~ | NM1*85*2*LAKESIDE FAMILY PRACTICE*****XX*1948372614~PRV*BI*PXC*207Q00000X~ | error IK304:7 | segment 8 PRV in loop 2000A
            837P/paid-office-visit | NM1*PR*2*SANDBOX HEALTH PLAN*****PI*SANDPAID~CLM*LFP260001*185***11:B:1*Y*A*Y*Y~ | CLM*LFP260001*185***11:B:1*Y*A*Y*Y~NM1*PR*2*SANDBOX HEALTH PLAN*****PI*SANDPAID~ | error IK304:7 | segment 20 NM1 in loop 2000B
            837P/secondary         | HI*ABK:I2510*ABF:R0789~SBR*P*01*GRP771*NORTHWIND LOGISTICS*****CI~ | SBR*P*01*GRP771*NORTHWIND LOGISTICS*****CI~HI*ABK:I2510*ABF:R0789~ | error IK304:7 | segment 22 HI in loop 2300
            835/paid-in-full       | DTM*405*20261203~N1*PR*QUARRY HEALTH MUTUAL~ | N1*PR*QUARRY HEALTH MUTUAL~DTM*405*20261203~ | error IK304:7 | segment 6 DTM in loop ST
            277CA/provider-rejected | TRN*1*0~                         | TRN*2*0~                          | error IK304:7     | segment 14 TRN in loop 2000B
            277/several-statuses-and-lines | DTP*472*D8*20260902~SVC*NU:0300*60*0*0300***2~STC*F2:107*20261130~STC*F2:104:85*20261130~DTP*472*RD8*20260902-20260903~SE*29* | DTP*472*D8*20260902~STC*F2:107*20261130~STC*F2:104:85*20261130~DTP*472*RD8*20260902-20260903~SE*28* | error IK304:7 | STC in loop 2220E
            277CA/part-of-batch-rejected | HL*4*3*PT~                  | HL*4*3*22~                        | error IK304:I4    | segment 18 HL
            835/bundled-and-remarked-lines | CAS*CO*97*50              | CAS*CO*9Z7*50                     | error IK403:I12   | 2110 CAS02
            835/bundled-and-remarked-lines | LQ*HE*N19                 | LQ*HE*N1X9                        | error IK403:I12   | 2110 LQ02
            837P/paid-office-visit | ST*837*0001                       | ST*8377*0001                      | error IK502:6     | ST01 is no transaction set identifier
            837P/paid-office-visit | ST*837*0001*005010X222A1          | ST*837*0001                       | error IK502:19    | segment 1 ST: ST03 is missing
            837P/paid-office-visit | ST*837*0001                       | ST*837*1                          | error IK502:7     | ST02 is no control number
            837P/paid-office-visit | N3*77 MAPLE ST                    | N3*77 MAPLE\u007f ST              | error IK403:6     | segment 16 N301: there is a control character
            837P/paid-office-visit | REF*EI*311234567                  | REF*E\u007fI*311234567            | error IK403:6     | segment 11 REF01: there is a control character
            837P/paid-office-visit | REF*EI*311234567                  | REF*E1*311234567                  | error IK304:I4    | segment 11 REF
            835/bundled-and-remarked-lines | SVC*HC:80053*100*90*      | SVC*HC:80053*100*QQQQ*            | error IK403:6     | 2110 SVC03
            835/bundled-and-remarked-lines | CLP*LFP260007*2*150*90*   | CLP*LFP260007*2*150*80*           | warning EDIT:balance | segment 18 CLP04 in loop 2100
            835/bundled-and-remarked-lines | CAS*PR*3*10               | CAS*PR*3*9                        | warning EDIT:balance | segment 24 SVC03 in loop 2110
            835/bundled-and-remarked-lines | BPR*I*90*                 | BPR*I*95*                         | warning EDIT:set-balance | segment 2 BPR02 in loop ST
            """)
    void a_mistake_is_found_at_its_place(String sample, String right, String wrong, String code, String place)
            throws IOException {
        Path folderOfSample = Path.of("edi-samples").resolve(sample);
        Path sound = List.of("expected.x12", "received.x12").stream()
                .map(folderOfSample::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        String text = Files.readString(sound).replace("\n", "");
        assertThat(text).as("the sample").contains(right);
        int at = text.indexOf(right);
        Path file = Files.writeString(
                folder.resolve("file.x12"), text.substring(0, at) + wrong + text.substring(at + right.length()));
        CommandRun run = CommandRun.of("validate", file.toString());
        List<String> issues = run.out()
                .lines()
                .filter(line -> line.contains(": error ") || line.contains(": warning "))
                .toList();
        assertThat(issues).as(run.out()).isNotEmpty();
        assertThat(issues.get(0)).contains(code).contains(place);
        assertThat(issues).as(run.out()).hasSize(1);
        assertThat(codes(CommandRun.of("explain", file.toString()))).isEqualTo(codes(run));
    }

    private static List<String> codes(CommandRun run) {
        return CODE.matcher(run.out())
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }
}
