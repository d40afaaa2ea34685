package org.claimgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartnerCommandTest {

    @Test
    void list_shows_who_there_is_and_where_without_what_signs_in() {
        CommandRun run = CommandRun.of("partner", "list");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("sandbox: Sandbox clearinghouse, sftp://sandbox@127.0.0.1:2222, payers [*]")
                .doesNotContain("password");
    }

    @Test
    void probe_of_an_unknown_partner_says_how_to_find_one() {
        CommandRun run = CommandRun.of("partner", "probe", "nobody");
        assertThat(run.exit()).isEqualTo(Exit.PLUMBING);
        assertThat(run.err()).contains("there is no partner 'nobody'; 'partner list' shows them");
    }
}
