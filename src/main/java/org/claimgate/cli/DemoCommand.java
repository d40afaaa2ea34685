package org.claimgate.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.claimgate.cli.demo.Demo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gateway demo}: the sample claims through the whole product, on real parts in a scratch folder. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Show the whole product at work on the sample claims.",
            "Starts broker, ledger, gateway and the sandbox clearinghouse in a scratch folder, submits the claims of"
                    + " edi-samples/ through the queue, and shows what became of each."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every claim ended as its sample expects",
            "1:some claim did not",
            "2:a part did not start or broke"
        })
final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--keep", description = "Leave everything running afterwards, until Ctrl-C.")
    private boolean keep;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "110",
            description = "How long the claims may take (${DEFAULT-VALUE}).")
    private int patience;

    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public Integer call() throws Exception {
        try {
            return run();
        } finally {
            ended.countDown();
        }
    }

    private int run() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path scratch = Files.createTempDirectory("claimgate-demo-");
        Demo demo = new Demo(
                Home.of(spec).folder(),
                scratch,
                out,
                Ansi.AUTO.enabled(),
                Clock.system(ZoneId.systemDefault()),
                Duration.ofSeconds(patience),
                Claimgate.Version.number());
        boolean good = demo.run(this::stillRunning);
        if (good) {
            delete(scratch);
            return Exit.GOOD;
        }
        out.println("The scratch folder is kept: " + scratch);
        out.flush();
        return Exit.BAD_DATA;
    }

    private void stillRunning(String page) throws InterruptedException {
        if (keep) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("Everything still runs; see " + page + " and stop it with Ctrl-C.");
            out.flush();
            Runtime.getRuntime().addShutdownHook(new Thread(this::end, "demo-stop"));
            interrupted.await();
        }
    }

    /** Lets the command close its parts and clear up before the process ends. */
    private void end() {
        interrupted.countDown();
        try {
            ended.await();
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
