package org.claimgate.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.claimgate.camel.Gateway;
import org.claimgate.camel.GatewayConfig;
import org.claimgate.web.StatusPages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gateway run}: the gateway itself, until it is told to stop. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Run the gateway on routes/, mappings/, partners/ and application.properties.",
            "It runs until it is interrupted, and then ends what is under way."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:stopped",
            "2:a file has a mistake, or a part does not start",
            "3:a disk could not be written; start it again"
        })
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return run(Home.of(spec).config(), spec.commandLine().getErr());
    }

    /** Returns the status when a disk keeps it from starting; what runs ends by itself or is ended. */
    static int run(GatewayConfig config, PrintWriter err) throws InterruptedException {
        Logging.informative();
        Gateway gateway;
        try {
            gateway = Gateway.start(config);
        } catch (RuntimeException e) {
            Optional<Throwable> disk = ofDisk(e);
            if (disk.isEmpty()) {
                throw e;
            }
            err.printf(
                    "gateway: cannot start, because %s cannot be written: %s. Nothing that was accepted is lost%n",
                    config.work(), disk.get().getMessage());
            err.flush();
            return Exit.BROKEN_DOWN;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "gateway-stop"));
        StatusPages.of(gateway, Claimgate.Version.number()).mount(gateway.router());
        err.printf(
                "gateway: running; its page is http://127.0.0.1:%d/%n",
                gateway.config().httpPort());
        err.flush();
        gateway.compileDocuments();
        awaitBreakdown(gateway, err);
        return Exit.BROKEN_DOWN;
    }

    /** What a file system says has no other type: a wrong name or a port that is taken has. */
    private static Optional<Throwable> ofDisk(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(cause -> cause.getClass() == IOException.class || cause instanceof AccessDeniedException)
                .findFirst();
    }

    /** A gateway without a part that it needs must not live on; nothing that it has promised needs an orderly end. */
    private static void awaitBreakdown(Gateway gateway, PrintWriter err) throws InterruptedException {
        Optional<String> reason = Optional.empty();
        while (reason.isEmpty()) {
            TimeUnit.SECONDS.sleep(1);
            reason = gateway.brokenDown();
        }
        err.printf(
                "gateway: %s. Nothing that was accepted is lost. Make room or see why %s cannot be written; the gateway ends, and"
                        + " goes on when it is started again%n",
                reason.get(), gateway.config().work());
        err.flush();
        Runtime.getRuntime().halt(Exit.BROKEN_DOWN);
    }
}
