package org.claimgate.response;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.claimgate.response.StatusRow.Meant;

/** The page for people that the tables of rejections make: docs/rejections.md. */
public final class RejectionsPage {

    private static final String HEAD =
            """
            # What rejections say, and what to do

            This page is made from the tables; change those, then `./gateway rejections > docs/rejections.md`. It says what stands in `fields` of a
            [status message](asyncapi.yaml) when a partner rejects a claim: the JSON pointers of what to correct, into the claim as it was handed in, and
            what to do. Where the words of a status name a party, the fields are that party's.

            """;

    private static final String STATUSES =
            """
            ## Claim statuses (277CA, 277)

            From [claim-status-fields.yaml](../mappings/codes/claim-status-fields.yaml). The first code is the status code (STC01-2), behind a colon an entity
            code (STC01-3). STC01, STC10 and STC11 are one message. `{line}` is the service line that the status stands at, found by its control number, by
            what was done and charged, or by its order; of a status of the claim, each of its lines. `*` is each item of an array. Of fields with "or" between
            them the first is meant that the claim has.

            | status | says | fields | what to do |
            |---|---|---|---|
            """;

    private static final String PARTIES =
            """

            ## Parties

            Where the party stands that an entity code names.

            | entity | party | in the claim |
            |---|---|---|
            """;

    private static final String ACKNOWLEDGMENTS =
            """

            ## Acknowledgments (TA1, 999)

            From [acknowledgment-fixes.yaml](../mappings/codes/acknowledgment-fixes.yaml). A 999 names segments and elements (IK304, IK403); each leads to the
            field that it carries in the claim as it went out. What a TA1 and the codes of groups (AK905) and sets (IK502) say is of the claim as a whole: their
            `pointer` is empty.

            | code | says | what to do |
            |---|---|---|
            """;

    private final Rejections rejections;
    private final StringBuilder page = new StringBuilder(HEAD);

    private RejectionsPage(Rejections rejections) {
        this.rejections = rejections;
    }

    /** The page as Markdown. */
    public static String of(Rejections rejections) {
        RejectionsPage page = new RejectionsPage(rejections);
        page.statuses();
        page.parties();
        page.acknowledgments();
        return page.page.toString();
    }

    private void statuses() {
        page.append(STATUSES);
        for (StatusRow row : rejections.statuses().rows()) {
            String key = row.entity().isEmpty() ? row.status() : row.status() + ":" + row.entity();
            row(key, rejections.words().status(row.status(), row.entity()), fields(row), row.fix());
        }
    }

    private static String fields(StatusRow row) {
        List<String> fields = new ArrayList<>();
        row.fields().forEach(field -> fields.add(code(field)));
        if (!row.party().isEmpty()) {
            fields.add("of the party " + code(row.party()));
        }
        if (row.meant() == Meant.CLAIM) {
            return "the claim as a whole";
        }
        return row.meant() == Meant.OTHER_CODES ? "those of the other codes" : String.join(", ", fields);
    }

    private static String code(List<String> patterns) {
        return patterns.stream().map(pattern -> "`" + pattern + "`").collect(Collectors.joining(" or "));
    }

    private void parties() {
        page.append(PARTIES);
        rejections
                .statuses()
                .parties()
                .forEach((entity, objects) -> row(entity, rejections.words().entity(entity), code(objects)));
    }

    private void acknowledgments() {
        page.append(ACKNOWLEDGMENTS);
        rejections.fixes().forEach((code, fix) -> {
            String[] family = code.split(":", 2);
            row(code, CodeTexts.of(family[0], family[1]), fix);
        });
    }

    private void row(String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
