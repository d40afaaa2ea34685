package org.claimgate.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gateway status}: what a running gateway says of itself over its HTTP API. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Show the routes, partners and claims of a running gateway.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the gateway answered", "2:no gateway answers there"})
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private RunningGateway gateway;

    @Override
    public Integer call() throws InterruptedException {
        gateway.print(gateway.client().get("/api/status"), (status, out) -> new StatusText(out).print(status));
        return Exit.GOOD;
    }
}
