package org.claimgate.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeReaderTest {

    private static final String[] SET = {"ST*835*0001~", "BPR*I*0~", "TRN*1*A~", "SE*4*0001~"};

    @Test
    void readsASoundInterchange() {
        assertThat(X12Text.events(X12Text.interchange(SET)))
                .containsExactly(
                        "ISA 000000001", "GS 1", "ST 0001", "2 BPR", "3 TRN", "SE 0001", "GE 1", "IEA 000000001");
    }

    @Test
    void reportsWrongCountsWithBothNumbersAndReadsOn() {
        String text = X12Text.interchange("ST*835*0001~", "BPR*I*0~", "SE*25*0001~")
                .replace("GE*1", "GE*2")
                .replace("IEA*1", "IEA*x");
        assertThat(X12Text.events(text))
                .containsExactly(
                        "ISA 000000001",
                        "GS 1",
                        "ST 0001",
                        "2 BPR",
                        "! SET 4 SE01 says 25 segments, found 3",
                        "SE 0001",
                        "! GROUP 5 GE01 says 2 transaction sets, found 1",
                        "GE 1",
                        "! INTERCHANGE 021 IEA01 is no number, found 1 functional groups",
                        "IEA 000000001");
    }

    @Test
    void reportsControlNumbersThatDisagree() {
        String text = X12Text.interchange("ST*835*0001~", "SE*2*0002~")
                .replace("GE*1*1", "GE*1*7")
                .replace("IEA*1*000000001", "IEA*1*000000009");
        assertThat(faults(text))
                .containsExactly(
                        "! SET 3 the control numbers disagree: SE02 is 0002, ST02 is 0001",
                        "! GROUP 4 the control numbers disagree: GE02 is 7, GS06 is 1",
                        "! INTERCHANGE 001 the control numbers disagree: IEA02 is 000000009, ISA13 is 000000001");
    }

    @Test
    void readsSeveralSetsAndGroups() {
        String group = "GS*HP*SENDER*RECEIVER*20261122*1200*2*X*005010X221A1~ST*835*0002~SE*2*0002~GE*1*2~";
        String text = X12Text.interchange("ST*835*0001~", "SE*2*0001~", "ST*835*0003~", "SE*2*0003~")
                .replace("GE*1*1~", "GE*2*1~" + group)
                .replace("IEA*1", "IEA*2");
        assertThat(X12Text.events(text))
                .containsExactly(
                        "ISA 000000001",
                        "GS 1",
                        "ST 0001",
                        "SE 0001",
                        "ST 0003",
                        "SE 0003",
                        "GE 1",
                        "GS 2",
                        "ST 0002",
                        "SE 0002",
                        "GE 2",
                        "IEA 000000001");
    }

    @Test
    void readsHundredsOfInterchangesWithTheSameNumber() {
        List<String> events = X12Text.events(X12Text.interchange(SET).repeat(312));
        assertThat(events).hasSize(312 * 8).noneMatch(line -> line.startsWith("!"));
    }

    @Test
    void endsASetWhoseTrailerIsMissing() {
        assertThat(X12Text.events(X12Text.interchange("ST*835*0001~", "BPR*I*0~", "ST*835*0002~", "SE*2*0002~")
                        .replace("GE*1", "GE*2")))
                .containsExactly(
                        "ISA 000000001",
                        "GS 1",
                        "ST 0001",
                        "2 BPR",
                        "! SET 2 SE is missing: the set is not ended before the next ST",
                        "SE 0001",
                        "ST 0002",
                        "SE 0002",
                        "GE 1",
                        "IEA 000000001");
    }

    @Test
    void endsSetAndGroupWhenIeaComesAtOnce() {
        assertThat(X12Text.events(X12Text.ISA + X12Text.GS + "ST*835*0001~BPR*I*0~IEA*1*000000001~"))
                .containsExactly(
                        "ISA 000000001",
                        "GS 1",
                        "ST 0001",
                        "2 BPR",
                        "! SET 2 SE is missing: the set is not ended before the next IEA",
                        "SE 0001",
                        "! GROUP 3 GE is missing: the functional group is not ended before the next IEA",
                        "GE 1",
                        "IEA 000000001");
    }

    @Test
    void breaksOffAtTheEndOfTheFile() {
        assertThat(X12Text.events(X12Text.ISA + X12Text.GS + "ST*835*0001~BPR*I*0~"))
                .endsWith("2 BPR", "!! INTERCHANGE 023 the file ends before SE, GE and IEA of the interchange");
        assertThat(X12Text.events(X12Text.ISA + X12Text.GS + "ST*835*0001~SE*2*0001~GE*1*1~"))
                .endsWith("GE 1", "!! INTERCHANGE 023 the file ends before IEA of the interchange");
    }

    @Test
    void readsTheNextInterchangeWhenOneBreaksOff() {
        assertThat(X12Text.events(X12Text.ISA + X12Text.GS + "ST*835*0001~BPR*I*0~\n" + X12Text.interchange(SET)))
                .containsSequence(
                        "2 BPR",
                        "!! INTERCHANGE 023 the interchange breaks off: another ISA begins before SE, GE and IEA",
                        "ISA 000000001",
                        "GS 1")
                .endsWith("IEA 000000001");
    }

    @Test
    void dropsWhatWasOpenAfterUnreadableBytes() {
        String tooLong = "N1*" + "X".repeat(20_000) + "~SE*3*0001~GE*1*1~IEA*1*000000001~\n";
        assertThat(X12Text.events(X12Text.ISA + X12Text.GS + "ST*835*0001~" + tooLong + X12Text.interchange(SET)))
                .startsWith(
                        "ISA 000000001",
                        "GS 1",
                        "ST 0001",
                        "!! INTERCHANGE 022 a segment is longer than 16384 bytes",
                        "ISA 000000001",
                        "GS 1",
                        "ST 0001",
                        "2 BPR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1"})
    void readsAnInterchangeOfAcknowledgmentsAlone(String count) {
        assertThat(X12Text.events(X12Text.ISA + "TA1*000000005*261122*1200*A*000~IEA*" + count + "*000000001~"))
                .containsExactly("ISA 000000001", "TA1", "IEA 000000001");
    }

    @Test
    void readsAcknowledgmentsBeforeGroups() {
        String text = X12Text.interchange(SET).replace("GS*", "TA1*000000005*261122*1200*A*000~GS*");
        assertThat(X12Text.events(text))
                .startsWith("ISA 000000001", "TA1", "GS 1")
                .endsWith("IEA 000000001");
    }

    @Test
    void passesOverASetOutsideAGroupWithOneFault() {
        assertThat(X12Text.events(X12Text.ISA + "ST*835*0001~BPR*I*0~SE*3*0001~" + X12Text.GS
                        + "ST*835*0002~SE*2*0002~GE*1*1~IEA*1*000000001~"))
                .containsExactly(
                        "ISA 000000001",
                        "! INTERCHANGE 024 a transaction set stands outside a functional group: GS is missing",
                        "GS 1",
                        "ST 0002",
                        "SE 0002",
                        "GE 1",
                        "IEA 000000001");
    }

    @Test
    void passesOverSegmentsBetweenSetsWithOneFault() {
        assertThat(X12Text.events(X12Text.interchange("ST*835*0001~", "SE*2*0001~", "PLB*1~", "PLB*2~")))
                .containsSequence("SE 0001", "! SEGMENT 2 a segment stands outside a transaction set", "GE 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ISA*00*          |ISA*03*          |011 ISA02 is blank; the authorization information was expected",
                "ISA*00*          |ISA*00*AUTH:1    |011 ISA02 holds a separator or a character beyond ASCII",
                "*00*          *ZZ|*01*          *ZZ|013 ISA04 is blank; the security information was expected",
                "SENDER         |SENDÉR         |006 ISA06 holds a separator or a character beyond ASCII",
                "RECEIVER       |RECEIVER^2     |008 ISA08 holds a separator or a character beyond ASCII",
                "*00501*|*00401*|003 ISA12 names a version that is not supported; 00501 expected",
                "ISA*00*|ISA*99*|010 ISA01 is no authorization qualifier; 00 to 08 expected",
                "*00*          *ZZ|*XX*          *ZZ|012 ISA03 is no security qualifier; 00 to 08 expected",
                "*ZZ*SENDER|*Q1*SENDER|005 ISA05 is no qualifier of a sender identifier",
                "SENDER         |               |006 ISA06 is blank; the sender identifier was expected",
                "*ZZ*RECEIVER|*39*RECEIVER|007 ISA07 is no qualifier of a receiver identifier",
                "RECEIVER       |               |008 ISA08 is blank; the receiver identifier was expected",
                "*261122*|*261322*|014 ISA09 is no date; YYMMDD expected",
                "*1200*^|*2460*^|015 ISA10 is no time; HHMM expected",
                "*^*|*:*|016 ISA11 cannot be the repetition separator; it must differ from the other separators, "
                        + "letters and digits",
                "*00501*|*5.0.1*|017 ISA12 is no interchange version; 00501 expected",
                "*000000001*0|*00000000X*0|018 ISA13 is no control number; nine digits expected",
                "*0*T|*2*T|019 ISA14 is not one of 0, 1",
                "*0*T|*0*X|020 ISA15 is not one of P, T, I"
            },
            ignoreLeadingAndTrailingWhitespace = false)
    void reportsIsaFieldsAndReadsOn(String sound, String broken, String expected) {
        String isa = X12Text.ISA.replace(sound, broken);
        assertThat(isa).isNotEqualTo(X12Text.ISA);
        String number = isa.substring(90, 99);
        assertThat(X12Text.events(isa + "TA1*000000005*261122*1200*A*000~IEA*0*" + number + "~"))
                .containsExactly("ISA " + number, "! INTERCHANGE " + expected, "TA1", "IEA " + number);
    }

    @Test
    void readsAnIsaWhoseElementsAreShiftedByASeparatorInsideOne() {
        String isa = X12Text.ISA
                .replace("*ZZ*SENDER         *", "*ZZ*SENDER*12345678*")
                .replace("*RECEIVER       *", "*987654321098765*");

        assertThat(faults(isa + "IEA*0*000000001~")).contains("! INTERCHANGE 014 ISA09 is no date; YYMMDD expected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*1200*1*X|*1200*A1*X|GROUP 6 GS06 is no control number; one to nine digits expected",
                "GS*HP|GS*|GROUP 1 GS01 is no functional identifier; two letters expected",
                "*SENDER*|**|INTERCHANGE 024 GS02 is no application sender code; 2 to 15 characters expected",
                "*RECEIVER*|*A RECEIVER TOO LONG*|INTERCHANGE 024 GS03 is no application receiver code; 2 to 15 characters expected",
                "*RECEIVER*|*RECEIVER:1*|INTERCHANGE 024 GS03 is no application receiver code; 2 to 15 characters expected",
                "*20261122*|*20261131*|INTERCHANGE 024 GS04 is no date; CCYYMMDD expected",
                "*20261122*|*261122*|INTERCHANGE 024 GS04 is no date; CCYYMMDD expected",
                "*1200*|*12000*|INTERCHANGE 024 GS05 is no time; HHMM, HHMMSS or HHMMSSDD expected",
                "*1200*|*126000*|INTERCHANGE 024 GS05 is no time; HHMM, HHMMSS or HHMMSSDD expected",
                "*X*|*Y*|INTERCHANGE 024 GS07 is not one of X, T",
                "005010X221A1|005010X221A1*1|INTERCHANGE 024 GS has more than eight elements",
                "*X*005010X221A1|*X*005010X221:A|GROUP 2 GS08 is no version of an implementation guide",
                "ST*835*0001|ST*8:5*0001|SET 6 ST01 is no transaction set identifier; three characters expected",
                "0001|00^1|SET 7 ST02 is no control number; four to nine characters expected",
                "ST*835*0001|ST*835*0001*005010X221A1:|SET 19 ST03 is no reference of an implementation guide",
                "ST*835*0001|ST*835*0001**1|SEGMENT 8 ST has more than three elements",
                "SE*4*0001|SE*4*0001*1|SEGMENT 8 SE has more than two elements",
                "*X*005010X221A1|*X*|GROUP 2 GS08 is empty; the version of an implementation guide was expected",
                "ST*835|ST*8|SET 6 ST01 is no transaction set identifier; three characters expected",
                "0001|01|SET 7 ST02 is no control number; four to nine characters expected",
                "ST*835*0001|ST*835*0001*005010X214|SET I6 ST03 names another implementation guide than GS08"
            })
    void reportsHeaderFieldsOfGroupsAndSets(String sound, String broken, String expected) {
        String text = (X12Text.GS + String.join("", SET)).replace(sound, broken);
        String control = text.contains("*A1*X") ? "A1" : "1";
        assertThat(faults(X12Text.ISA + text + "GE*1*" + control + "~IEA*1*000000001~"))
                .containsExactly("! " + expected);
    }

    @Test
    void reportsTrailersWithMoreThanTheyHold() {
        String text = X12Text.interchange(SET)
                .replace("GE*1*1~", "GE*1*1*X~")
                .replace("IEA*1*000000001~", "IEA*1*000000001*X~");
        assertThat(faults(text))
                .containsExactly(
                        "! INTERCHANGE 024 GE has more than two elements",
                        "! INTERCHANGE 022 IEA has more than two elements");
    }

    @Test
    void reportsEnvelopesWithNothingInThem() {
        assertThat(faults(X12Text.ISA + "IEA*0*000000001~"))
                .containsExactly("! INTERCHANGE 024 there is neither a functional group nor a TA1 in the interchange");
        assertThat(faults(X12Text.ISA + X12Text.GS + "GE*0*1~IEA*1*000000001~"))
                .containsExactly("! GROUP 5 there is no transaction set in the functional group");
        assertThat(faults(X12Text.ISA + "IEA*1*000000001~"))
                .containsExactly("! INTERCHANGE 021 IEA01 says 1 functional groups, found 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1200", "120059", "1200599", "12005999"})
    void takesTheTimesThatAGroupMayHave(String time) {
        assertThat(faults(X12Text.interchange(SET).replace("20261122*1200*1", "20261122*" + time + "*1")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"005010X221A1", "005010X221", "005010X221A1B", ""})
    void takesAnEditionOfTheSameGuideInSt03(String reference) {
        assertThat(faults(X12Text.interchange(SET).replace("ST*835*0001", "ST*835*0001*" + reference)))
                .isEmpty();
    }

    @Test
    void reportsNumbersUsedTwice() {
        String group = X12Text.GS + "ST*835*0001~SE*2*0001~ST*835*0001~SE*2*0001~GE*2*1~";
        assertThat(faults(
                        X12Text.ISA + group + group.replace("ST*835*0001~SE*2*0001~GE*2", "GE*1") + "IEA*2*000000001~"))
                .containsExactly(
                        "! SET 23 ST02 is used twice in one functional group",
                        "! GROUP 19 GS06 is used twice in one interchange");
    }

    private static List<String> faults(String text) {
        return X12Text.events(text).stream()
                .filter(line -> line.startsWith("!"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ISB*3|031 ISB01 is no grade of service; 0, 1 or 2 expected",
                "ISB*1|024 ISB asks for a grade of service, which the guides do not use",
                "ISE*261332*1200|028 ISE01 is no date of delivery; YYMMDD expected",
                "ISE*261122*2500|029 ISE02 is no time of delivery; HHMM expected",
                "ISE*261122*1200*?|030 ISE03 is no code of a delivery time; two characters expected",
                "ISE*261122*1200*UT|024 ISE asks to be delivered later, which the guides do not use"
            })
    void saysWhatIsWrongWithARequestOfTheNetwork(String request, String fault) {
        String text = X12Text.interchange(SET).replace("GS*", request + "~GS*");
        assertThat(faults(text)).containsExactly("! INTERCHANGE " + fault);
    }
}
