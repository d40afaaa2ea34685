package org.claimgate.claim.edit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.claimgate.claim.Claims;
import org.claimgate.claim.Destination;
import org.claimgate.guide.Guides;
import org.claimgate.guide.Issue;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every edit trips over its samples, says what they say, and lets the mended claims pass. */
class EditSamplesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);
    private static final String NOBODY = "NOBODY";

    private final Claims claims = new Claims(Guides.load(Path.of("mappings/x12")), CLOCK);
    private final List<EditSample> samples = EditSample.all();

    @TestFactory
    Stream<DynamicTest> a_claim_with_the_mistake_is_told_of_it_and_the_mended_claim_passes() {
        return samples.stream().flatMap(sample -> sample.cases().stream()
                .map(one -> DynamicTest.dynamicTest(sample.rule() + " " + one.claim(), () -> {
                    assertThat(words(issues(one.wrong()))).isEqualTo(words(one.issues()));
                    assertThat(issues(one.wrong())).anyMatch(issue -> isOf(issue, sample.rule()));
                    assertThat(words(issues(one.corrected()))).isEmpty();
                })));
    }

    @TestFactory
    Stream<DynamicTest> a_claim_that_looks_mistaken_and_is_right_passes() {
        return samples.stream().flatMap(sample -> sample.passes().stream()
                .map(one -> DynamicTest.dynamicTest(
                        sample.rule() + ": " + one.why(),
                        () -> assertThat(words(issues(one.changed()))).isEmpty())));
    }

    @Test
    void every_edit_has_a_sample_for_each_guide() {
        Set<String> wanted = Edits.all().stream()
                .map(edit -> edit.rule() + " " + edit.kind())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = samples.stream()
                .flatMap(sample -> sample.cases().stream()
                        .map(one -> sample.rule() + " "
                                + (one.claim().startsWith("837I") ? Kind.INSTITUTIONAL : Kind.PROFESSIONAL)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(there).isEqualTo(wanted);
    }

    @Test
    void an_edit_names_fields_that_it_says_it_is_about() {
        Set<String> strays = new HashSet<>();
        for (EditSample sample : samples) {
            for (EditSample.Case one : sample.cases()) {
                for (Issue issue : issues(one.wrong())) {
                    Edits.find(issue.code().replace("EDIT:", ""))
                            .filter(edit -> edit.fields().stream().noneMatch(field -> covers(field, issue.pointer())))
                            .ifPresent(edit -> strays.add(edit.id() + " " + issue.pointer()));
                }
            }
        }
        assertThat(strays).isEmpty();
    }

    private static boolean covers(String field, String pointer) {
        return pointer.matches(field.replace("*", "[^/]+").replace("…", ".+"));
    }

    private List<Issue> issues(ObjectNode claim) {
        return claims.check(
                        claim,
                        document -> document.path("tradingPartnerServiceId")
                                        .asText()
                                        .equals(NOBODY)
                                ? Destination.UNSERVED
                                : Destination.ANYBODY)
                .issues();
    }

    private static boolean isOf(Issue issue, String rule) {
        return Edits.find(issue.code().replace("EDIT:", ""))
                .filter(edit -> edit.rule().equals(rule))
                .isPresent();
    }

    private static List<Map<String, String>> words(List<Issue> issues) {
        List<Map<String, String>> words = new ArrayList<>();
        for (Issue issue : issues) {
            Map<String, String> word = new HashMap<>();
            word.put(issue.isError() ? "reject" : "warn", issue.code());
            word.put("at", issue.pointer());
            word.put("says", issue.message());
            words.add(word);
        }
        return words;
    }

    private static List<Map<String, String>> words(JsonNode issues) {
        return StreamSupport.stream(issues.spliterator(), false)
                .map(issue -> issue.properties().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().asText())))
                .toList();
    }
}
