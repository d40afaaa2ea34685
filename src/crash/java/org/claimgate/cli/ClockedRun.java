package org.claimgate.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.claimgate.camel.GatewayConfig;
import picocli.CommandLine.Command;

/** {@code gateway run} with a clock of the harness. */
@Command(name = "clocked-run")
public final class ClockedRun implements Callable<Integer> {

    private final Clock clock;

    private ClockedRun(Clock clock) {
        this.clock = clock;
    }

    /** Returns with the status of a gateway that has ended. */
    public static int run(Clock clock) {
        return Claimgate.commandLine(Home.find())
                .addSubcommand(new ClockedRun(clock))
                .execute("clocked-run");
    }

    @Override
    public Integer call() throws InterruptedException {
        GatewayConfig config = Home.find().config();
        return RunCommand.run(
                new GatewayConfig(config.home(), config.properties(), clock),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }
}
