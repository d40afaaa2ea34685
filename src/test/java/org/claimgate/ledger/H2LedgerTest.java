package org.claimgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2LedgerTest extends LedgerContract {

    @TempDir
    private Path folder;

    @Override
    Ledger openEmpty(Clock clock) {
        return Ledger.open(url("ledger"), "sa", "", clock);
    }

    @Test
    void aDatabaseThatWritesLateIsRefused() {
        String late = url("late") + ";WRITE_DELAY=500";
        assertThatThrownBy(() -> Ledger.open(late, "sa", "", Clock.systemUTC()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("WRITE_DELAY");
    }

    @Test
    void whatWasStoredIsThereAfterReopening() {
        try (Ledger first = Ledger.open(url("again"), "sa", "", Clock.systemUTC())) {
            first.durably(
                    () -> first.inbox().store("partner", "a", Clock.systemUTC().instant(), new byte[] {1}));
        }
        try (Ledger second = Ledger.open(url("again"), "sa", "", Clock.systemUTC())) {
            assertThat(second.queries().files(0, 10)).hasSize(1);
        }
    }

    private String url(String name) {
        return "jdbc:h2:file:" + folder.resolve(name);
    }
}
