package org.claimgate.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gateway status}: what a running gateway says of itself over its HTTP API. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Show the routes, partners and claims of a running gateway.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the gateway answered", "2:no gateway answers there"})
final class StatusCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "Where the gateway listens; this machine and the port of application.properties unless given.")
    private URI url;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json")
    private Format format = Format.TEXT;

    @Override
    public Integer call() throws InterruptedException {
        String body = GatewayClient.at(url).get("/api/status");
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.JSON) {
            out.println(body);
        } else {
            new StatusText(out).print(GatewayClient.parse(body));
        }
        out.flush();
        return Exit.GOOD;
    }
}
