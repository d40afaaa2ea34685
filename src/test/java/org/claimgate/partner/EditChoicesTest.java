package org.claimgate.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import org.claimgate.claim.ClaimFields;
import org.claimgate.claim.Claims;
import org.claimgate.claim.Destination;
import org.claimgate.guide.Guides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a partner's file says of the edits, and what claims are told because of it. */
class EditChoicesTest {

    private static final Guides GUIDES = Guides.load(Path.of("mappings/x12"));
    private static final ClaimFields FIELDS = new ClaimFields(GUIDES);
    private static final Claims CLAIMS =
            new Claims(GUIDES, Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC));

    private static final String PROFILE =
            """
            id: north
            sender: {qualifier: "30", id: US, applicationId: US-APP}
            receiver: {qualifier: ZZ, id: NORTH, applicationId: NORTH-APP}
            submitterIdentification: SUB1
            receiverIdentification: REC1
            receiverName: NORTH
            usageIndicator: P
            sftp: {host: north.example, user: us, password: p, knownHostsFile: known_hosts, outbound: to, inbound: from, afterPickup: delete}
            fileName: "{isa13}.x12"
            batch: {maximumClaims: 10, maximumAgeSeconds: 60}
            payers: [P1, P2]
            edits:
            """;

    @TempDir
    private Path folder;

    private EditChoices choices(String edits) throws IOException {
        Files.writeString(folder.resolve("north.yaml"), PROFILE + edits.indent(2));
        return Partners.load(folder, new Properties(), FIELDS)
                .find("north")
                .orElseThrow()
                .edits();
    }

    private List<String> told(String edits, String payer, ObjectNode claim) throws IOException {
        Destination destination =
                new Destination(Destination.ANYBODY.writing(), choices(edits).of(payer));
        return CLAIMS.check(claim, document -> destination).issues().stream()
                .map(issue -> (issue.isError() ? "error " : "warning ") + issue.code() + " " + issue.pointer())
                .toList();
    }

    private static ObjectNode claim() throws IOException {
        return (ObjectNode) new ObjectMapper()
                .readTree(
                        Path.of("edi-samples/837P/paid-office-visit/claim.json").toFile());
    }

    private static ObjectNode claimWithoutFirstNameAndTwicePointed() throws IOException {
        ObjectNode claim = claim();
        ((ObjectNode) claim.get("subscriber")).remove("firstName");
        claim.withArray(
                        "/claimInformation/serviceLines/1/professionalService/compositeDiagnosisCodePointers/diagnosisCodePointers")
                .add("1");
        ((ObjectNode) claim.get("claimInformation")).put("claimChargeAmount", "1.00");
        return claim;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P1 | warning EDIT:X222.2300.CLM02.010 /claimInformation/claimChargeAmount",
                "P2 | error EDIT:X222.2010BA.NM104.010 /subscriber/firstName"
            })
    void editsAreSwitchedForAPartnerAndForAPayer(String payer, String only) throws IOException {
        String edits =
                """
                off: [X222.2400.SV107.020]
                warn: [X222.2300.CLM02.010]
                reject: [X222.2010BA.NM104.010]
                payers:
                  P1: {off: [X222.2010BA.NM104.010]}
                  P2: {off: [X222.2300.CLM02.010]}
                """;
        assertThat(told(edits, payer, claimWithoutFirstNameAndTwicePointed())).containsExactly(only);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "field: /claimInformation/claimSupplementalInformation/priorAuthorizationNumber, required: true"
                        + " | /claimInformation/claimSupplementalInformation/priorAuthorizationNumber",
                "field: /subscriber/memberId, pattern: 'W\\d+' | /subscriber/memberId",
                "field: /claimInformation/placeOfServiceCode, codes: ['12', '21'] | /claimInformation/placeOfServiceCode",
                "field: /claimInformation/patientControlNumber, maximumLength: 8 | /claimInformation/patientControlNumber",
                "field: /claimInformation/serviceLines/*/professionalService/lineItemChargeAmount, maximum: 100"
                        + " | /claimInformation/serviceLines/0/professionalService/lineItemChargeAmount"
            })
    void aRuleOfThePartnerIsHeld(String rule, String pointer) throws IOException {
        assertThat(told("rules: [{id: own, " + rule + "}]", "P1", claim()))
                .containsExactly("error EDIT:PARTNER.own " + pointer);
        assertThat(told("rules: [{id: own, severity: warn, " + rule + "}]", "P1", claim()))
                .containsExactly("warning EDIT:PARTNER.own " + pointer);
    }

    @Test
    void aRuleForTheOtherKindOfClaimsIsPassedOver() throws IOException {
        String rule = "rules: [{id: own, claims: %s, field: /subscriber/memberId, pattern: 'W.*'}]";
        assertThat(told(rule.formatted("professional"), "P1", claim())).hasSize(1);
        assertThat(told(rule.formatted("institutional"), "P1", claim())).isEmpty();
    }

    @Test
    void aRuleOfAPayerHoldsForItAloneAndSaysWhatToDo() throws IOException {
        String edits =
                "payers: {P2: {rules: [{id: own, field: /subscriber/memberId, pattern: 'W.*', fix: 'The W counts.'}]}}";
        assertThat(told(edits, "P1", claim())).isEmpty();
        assertThat(told(edits, "P2", claim())).hasSize(1);
        Destination destination =
                new Destination(Destination.ANYBODY.writing(), choices(edits).of("P2"));
        assertThat(CLAIMS.check(claim(), document -> destination)
                        .issues()
                        .get(0)
                        .fix())
                .isEqualTo("The W counts.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "off: [X222.2300.CLM02.999] | 'off': there is no edit X222.2300.CLM02.999",
                "{off: [X222.2300.CLM02.010], warn: [X222.2300.CLM02.010]} | 'warn': X222.2300.CLM02.010 stands here twice",
                "payers: {P9: {off: []}} | payer 'P9' is none of the partner's 'payers'",
                "colour: blue | unknown key 'colour'",
                "rules: [{id: a b, field: /x, required: true}] | 'id' is letters, digits, dots and hyphens",
                "rules: [{id: a, field: x, required: true}] | 'field' is a JSON pointer",
                "rules: [{id: a, field: /x}] | rule 'a' asks for nothing",
                "rules: [{id: a, field: /x, pattern: '('}] | 'pattern' is no regular expression",
                "rules: [{id: a, field: /x, maximum: much}] | 'maximum' is a number",
                "rules: [{id: a, field: /x, required: yes}] | 'required' is one of false, true",
                "rules: [{id: a, field: /billing/npi, required: true}, {id: a, field: /subscriber, required: true}] | two rules are called 'a'",
                "rules: all | 'rules' is a list",
                "rules: [{id: a, field: /subscriber/memberID, required: true}]"
                        + " | rule 'a' is about /subscriber/memberID, which no claim has; the nearest known name is memberId",
                "rules: [{id: a, field: /subscribers/memberId, required: true}]"
                        + " | rule 'a' is about /subscribers/memberId, which no claim has; the nearest known name is subscriber",
                "rules: [{id: a, field: /attending/npi, claims: professional, required: true}]"
                        + " | rule 'a' is about /attending/npi, which no professional claim has",
                "rules: [{id: a, field: /claimInformation/serviceLines/0/serviceDate, required: true}]"
                        + " | rule 'a' is about /claimInformation/serviceLines/0/serviceDate, which no claim has;"
                        + " /claimInformation/serviceLines is a list, and * stands for each of its items",
                "rules: [{id: a, field: /subscriber/memberId/*, required: true}]"
                        + " | rule 'a' is about /subscriber/memberId/*, which no claim has",
                "payers: {P2: {rules: [{id: a, field: /biling/npi, required: true}]}}"
                        + " | rule 'a' is about /biling/npi, which no claim has; the nearest known name is billing"
            })
    void aMistakeIsNamedWithItsKeyAndLine(String mistake) {
        String[] parts = mistake.split(" \\| ");
        assertThatThrownBy(() -> choices(parts[0]))
                .isInstanceOf(PartnerException.class)
                .hasMessageContaining("north.yaml:13: " + parts[1]);
    }
}
