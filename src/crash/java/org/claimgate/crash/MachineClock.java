package org.claimgate.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A machine's clock that jumps, from Debian's package faketime. */
final class MachineClock {

    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"));

    private final Path library;
    private final Path time;

    private MachineClock(Path library, Path time) {
        this.library = library;
        this.time = time;
        jump(Duration.ZERO);
    }

    /** Empty where the package is not installed. */
    static Optional<MachineClock> in(Path folder) {
        return LIBRARIES.stream()
                .filter(Files::exists)
                .findFirst()
                .map(library -> new MachineClock(library, folder.resolve("time")));
    }

    /** @param ahead of the real one */
    void jump(Duration ahead) {
        try {
            Files.writeString(time, "%+d\n".formatted(ahead.toSeconds()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the command begins with that starts a process on such a machine. Time that only runs is left alone. */
    List<String> command() {
        return List.of(
                "env",
                "LD_PRELOAD=" + library,
                "FAKETIME_TIMESTAMP_FILE=" + time,
                "FAKETIME_CACHE_DURATION=1",
                "FAKETIME_DONT_FAKE_MONOTONIC=1",
                "DONT_FAKE_MONOTONIC=1");
    }
}
