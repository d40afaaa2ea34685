package org.claimgate.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.claimgate.claim.ClaimFields;
import org.claimgate.guide.Guides;
import org.claimgate.partner.AnswerDeadlines.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartnersTest {

    private static final ClaimFields FIELDS = new ClaimFields(Guides.load(Path.of("mappings/x12")));

    private static final String COMPLETE =
            """
            id: north
            name: North clearinghouse
            sender: {qualifier: "30", id: US, applicationId: US-APP}
            receiver: {qualifier: ZZ, id: NORTH, applicationId: NORTH-APP}
            submitterIdentification: SUB1
            receiverIdentification: REC1
            receiverName: NORTH
            usageIndicator: P
            format: {delimiters: "|^>!", lineBreak: CRLF, replacement: " "}
            sftp:
              host: ${north.host}
              port: ${north.port:2200}
              user: us
              privateKeyFile: keys/north
              knownHostsFile: known_hosts
              outbound: to-north
              inbound: from-north
              afterPickup: {move: done}
              pollSeconds: 30
            fileName: "{partner}.{type}.{usage}.{date}{time}.{isa13}.x12"
            batch: {maximumClaims: 10, maximumAgeSeconds: 60}
            acknowledge: {ta1: never, 999: errors, strictness: element, controlNumbers: reused}
            payers: [P1, P2]
            deadlines: {timeZone: America/New_York, weekend: [sunday], holidays: [2026-12-25], ta1: 90 minutes, 835: 1 day}
            """;

    @TempDir
    private Path folder;

    @Test
    void everyValueIsRead() throws IOException {
        write("north", COMPLETE);

        Partner partner = load().find("north").orElseThrow();

        assertThat(partner.name()).isEqualTo("North clearinghouse");
        assertThat(partner.sender()).isEqualTo(new Partner.Identity("30", "US", "US-APP"));
        assertThat(partner.receiver()).isEqualTo(new Partner.Identity("ZZ", "NORTH", "NORTH-APP"));
        assertThat(partner.submitterIdentification()).isEqualTo("SUB1");
        assertThat(partner.receiverIdentification()).isEqualTo("REC1");
        assertThat(partner.receiverName()).isEqualTo("NORTH");
        assertThat(partner.usageIndicator()).isEqualTo("P");
        assertThat(partner.format()).isEqualTo(new Partner.Format('|', '^', '>', '!', "\r\n", ' '));
        assertThat(partner.sftp())
                .isEqualTo(new SftpAccount(
                        "north.example",
                        2200,
                        new SftpAccount.SignIn("us", null, folder.resolve("keys/north"), null),
                        new SftpAccount.Trust(folder.resolve("known_hosts"), null),
                        null,
                        "to-north",
                        "from-north",
                        "done",
                        SftpAccount.Upload.Renamed.USUAL,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(120)));
        assertThat(partner.batch()).isEqualTo(new Partner.Batch(10, Duration.ofMinutes(1)));
        assertThat(partner.acknowledge())
                .isEqualTo(new Partner.Acknowledge(Partner.When.NEVER, Partner.When.ERRORS, "ELEMENT", true));
        assertThat(partner.deadlines())
                .isEqualTo(new AnswerDeadlines(
                        new BusinessCalendar(
                                ZoneId.of("America/New_York"),
                                Set.of(DayOfWeek.SUNDAY),
                                Set.of(LocalDate.of(2026, 12, 25))),
                        Map.of(
                                "TA1", new Span(90, AnswerDeadlines.Unit.MINUTES),
                                "835", new Span(1, AnswerDeadlines.Unit.DAYS))));
        assertThat(partner.payers()).containsExactly("P1", "P2");
        assertThat(partner.fileName("000000007", "837P", "P", LocalDateTime.of(2026, 11, 22, 9, 5, 1)))
                .isEqualTo("north.837P.P.20261122090501.000000007.x12");
    }

    @Test
    void aPayerIsServedByWhoNamesItElseByWhoServesAll() throws IOException {
        write("north", COMPLETE);
        write(
                "south",
                COMPLETE.replace("id: north", "id: south")
                        .replace("[P1, P2]", "['*']")
                        .replace("user: us", "user: them"));

        Partners partners = load();

        assertThat(partners.forPayer("P2")).map(Partner::id).contains("north");
        assertThat(partners.forPayer("P3")).map(Partner::id).contains("south");
        assertThat(partners.forPayer(null)).map(Partner::id).contains("south");
        assertThat(partners.all()).extracting(Partner::id).containsExactly("north", "south");
    }

    @Test
    void withoutAPartnerForAllAPayerMayHaveNone() throws IOException {
        write("north", COMPLETE);

        assertThat(load().forPayer("P3")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            name: North clearinghouse   ; nam: North clearinghouse   ; 2  ; unknown key 'nam'
            id: north                   ; id: south                  ; 1  ; the file of partner 'south' is south.yaml
            usageIndicator: P           ; usageIndicator: X          ; 8  ; one of P, T
            usageIndicator: P           ; usageIndicator: [P]        ; 8  ; single value
            user: us                    ; usr: us                    ; 11 ; 'user' is missing
            user: us                    ; "{user: us, user: them}"   ; 14 ; not YAML
            maximumClaims: 10           ; maximumClaims: 5001        ; 21 ; from 1 to 5000
            maximumClaims: 10           ; maximumClaims: ten         ; 21 ; not a whole number
            ${north.host}               ; ${nobody.knows}            ; 11 ; ${nobody.knows}
            privateKeyFile: keys/north  ; passphrase: x              ; 11 ; either 'password' or 'privateKeyFile'
            .{isa13}                    ; .{isa12}                   ; 20 ; unknown field {isa12}
            .{isa13}                    ; .x                         ; 20 ; needs {isa13}
            {partner}.                  ; ../{partner}.              ; 20 ; letters, digits, dots
            |^>!                        ; |^>>                       ; 9  ; four different characters
            {move: done}                ; keep                       ; 18 ; one of delete
            id: US,                     ; id: US-AND-MUCH-MORE,      ; 3  ; 1 to 15 characters
            id: US,                     ; id: "U|S",                 ; 3  ; no delimiters
            receiverName: NORTH         ; receiverName: NÖRD         ; 7  ; no delimiters
            [P1, P2]                    ; [P1, P1]                   ; 23 ; served by partner 'north' already
            payers: [P1, P2]            ; payers: P1                 ; 23 ; is a list
            ta1: never                  ; ta1: errors                ; 22 ; one of always, asked, never
            strictness: element         ; strictness: some           ; 22 ; one of element, segment, set
            controlNumbers: reused      ; controlNumbers: yearly     ; 22 ; one of reused, unique
            999: errors                 ; 997: errors                ; 22 ; unknown key '997'
            America/New_York            ; Newyork                    ; 24 ; 'timeZone' is the name of a time zone
            [sunday]                    ; [sonntag]                  ; 24 ; list of days of the week
            [sunday]                    ; sunday                     ; 24 ; is a list
            [sunday]                    ; [monday, tuesday, wednesday, thursday, friday, saturday, sunday] ; 24 ; leaves a day
            [2026-12-25]                ; [2026-13-25]               ; 24 ; list of dates
            90 minutes                  ; 90 min                     ; 24 ; 'ta1' is a whole number
            90 minutes                  ; 0 minutes                  ; 24 ; from 1 to 9999
            835: 1 day                  ; 834: 1 day                 ; 24 ; unknown key '834'
            name: North clearinghouse   ; id: north                  ; 2  ; stands here twice
            pollSeconds: 30             ; upload: {folder: to-north} ; 19 ; another 'folder' than 'outbound'
            pollSeconds: 30             ; upload: {folder: %s}       ; 19 ; 'folder' has at most 100 characters
            {partner}.                  ; %s                         ; 20 ; 'fileName' has at most 100 characters
            """)
    void aMistakeIsRefusedWithFileAndLine(String right, String wrong, int line, String words) throws IOException {
        assertThat(COMPLETE).contains(right);
        write("north", COMPLETE.replace(right, wrong.replace("%s", "x".repeat(101))));

        assertThatThrownBy(this::load)
                .isInstanceOf(PartnerException.class)
                .hasMessageStartingWith(folder.resolve("north.yaml") + ":" + line + ": ")
                .hasMessageContaining(words);
    }

    @Test
    void twoPartnersDoNotPickUpFromOneFolder() throws IOException {
        write("north", COMPLETE);
        write("south", COMPLETE.replace("id: north", "id: south").replace("[P1, P2]", "[P3]"));

        assertThatThrownBy(this::load)
                .isInstanceOf(PartnerException.class)
                .hasMessageContaining("partner 'north' picks up from the same folder");
    }

    @Test
    void aPasswordIsNotShown() throws IOException {
        write("north", COMPLETE.replace("privateKeyFile: keys/north", "password: CANARY"));

        Partner partner = load().find("north").orElseThrow();

        assertThat(partner.sftp().signIn().password()).isEqualTo("CANARY");
        assertThat(partner.toString()).doesNotContain("CANARY");
    }

    @Test
    void theSamplePartnersAreSound() {
        Properties properties = new Properties();
        properties.setProperty("sandbox.port", "4022");

        Partners partners = Partners.load(Path.of("partners"), properties, FIELDS);

        assertThat(partners.all())
                .extracting(Partner::id)
                .containsExactly("sandbox", "sandbox-batch", "sandbox-reject");
        assertThat(partners.all()).extracting(partner -> partner.sftp().port()).containsOnly(4022);
        assertThat(partners.forPayer("SAND999R")).map(Partner::id).contains("sandbox-reject");
        assertThat(partners.forPayer("SANDBATCH")).map(Partner::id).contains("sandbox-batch");
        assertThat(partners.forPayer("SANDPAID")).map(Partner::id).contains("sandbox");
    }

    private Partners load() {
        Properties properties = new Properties();
        properties.setProperty("north.host", "north.example");
        return Partners.load(folder, properties, FIELDS);
    }

    private void write(String id, String text) throws IOException {
        Files.writeString(folder.resolve(id + ".yaml"), text);
    }
}
