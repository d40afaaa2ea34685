package org.claimgate.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.claimgate.claim.edit.Edit;
import org.claimgate.claim.edit.Edits;
import org.claimgate.guide.Guides;
import org.junit.jupiter.api.Test;

/** The statuses by which a payer would say what an edit says lead to a field of the edit. */
class EditStatusesTest {

    /** Rules whose statuses lead elsewhere, and why that is right. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "DecisionIsOfOtherPayer",
                    "there is one status for the id of another payer, which leads to where that stands by itself",
            "LinesDiffer",
                    "of a duplicate the frequency is what is corrected, and the line is known by where the status stands",
            "NonCoveredChargeIsWithinCharge",
                    "what is not covered has no status of its own: that of the line's charge leads to what it is part of",
            "ServiceIsInOrder", "there is one status for the days of a service, which leads to the first of them",
            "CodesAreOfTheTime",
                    "a qualifier has no status of its own: that of the diagnosis leads to the code behind it",
            "MedicareClaimIsInTime",
                    "days are not corrected so that a claim is in time: the status leads to the reason for the delay",
            "ProspectivePaymentHasHippsCode",
                    "a qualifier has no status of its own: that of the code leads to the code behind it");

    private final StatusFields statuses = Rejections.load(Path.of("mappings"), Guides.load(Path.of("mappings/x12")))
            .statuses();

    @Test
    void theStatusesOfAnEditLeadToItsFields() {
        Map<String, List<String>> wrong = new TreeMap<>();
        for (Edit edit : Edits.all()) {
            List<String> led = edit.statuses().stream()
                    .flatMap(status -> fields(status).stream())
                    .toList();
            boolean leads =
                    led.stream().anyMatch(field -> edit.fields().stream().anyMatch(own -> touch(own, field)));
            if (leads == ELSEWHERE.containsKey(edit.rule())) {
                wrong.put(edit.rule() + " " + edit.statuses() + " " + edit.fields(), led);
            }
        }
        assertThat(wrong).as("edits by what their statuses lead to").isEmpty();
    }

    @Test
    void whatAStatusSaysOfOtherCodesStandsBesideOne() {
        assertThat(Edits.all())
                .allSatisfy(edit -> assertThat(edit.statuses()).as(edit.id()).anySatisfy(status -> assertThat(
                                row(status).map(StatusRow::meant))
                        .hasValueSatisfying(meant -> assertThat(meant).isNotEqualTo(StatusRow.Meant.OTHER_CODES))));
    }

    private List<String> fields(String status) {
        List<String> fields = new ArrayList<>();
        row(status).ifPresent(row -> statuses.patterns(row, entity(status))
                .forEach(patterns -> patterns.forEach(pattern -> fields.add(StatusFields.ofGuide(pattern)))));
        return fields;
    }

    private Optional<StatusRow> row(String status) {
        return statuses.find(status.split(":")[1], entity(status));
    }

    private static String entity(String status) {
        String[] codes = status.split(":");
        return codes.length < 3 ? "" : codes[2];
    }

    /** They are the same, or one is within the other. */
    private static boolean touch(String own, String field) {
        String any = own.replaceAll("/\\d+(?=/|$)", "/*").replace("*", "[^/]+").replace("…", ".+");
        String same = field.replaceAll("/\\d+(?=/|$)", "/*");
        return same.matches(any + "(/.*)?") || (own + "/").startsWith(same + "/");
    }
}
