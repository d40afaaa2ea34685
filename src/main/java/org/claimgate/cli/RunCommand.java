package org.claimgate.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.claimgate.camel.Gateway;
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
        exitCodeList = {"0:stopped", "2:a file has a mistake, or a part does not start"})
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Logging.informative();
        Gateway gateway = Gateway.start(Home.find().config());
        Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "gateway-stop"));
        StatusPages.of(gateway, Claimgate.Version.number()).mount(gateway.router());
        PrintWriter err = spec.commandLine().getErr();
        err.printf(
                "gateway: running; its page is http://127.0.0.1:%d/%n",
                gateway.config().httpPort());
        err.flush();
        gateway.compileDocuments();
        new CountDownLatch(1).await();
        return Exit.GOOD;
    }
}
