package org.claimgate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URI;
import java.util.function.BiConsumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of commands that ask a running gateway. */
final class RunningGateway {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "Where the gateway listens; this machine and the port of application.properties unless given.")
    private URI url;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json")
    private Format format = Format.TEXT;

    GatewayClient client() {
        return url == null ? GatewayClient.of(Home.of(command)) : GatewayClient.at(url);
    }

    /** Says what is wrong with what was asked for; answers the exit code. */
    int complain(String words) {
        PrintWriter err = command.commandLine().getErr();
        err.println("gateway: " + words);
        err.flush();
        return Exit.BAD_DATA;
    }

    /** Prints what it answered: as it came, or in words. */
    void print(String answer, BiConsumer<JsonNode, PrintWriter> words) {
        PrintWriter out = command.commandLine().getOut();
        if (format == Format.JSON) {
            out.println(answer);
        } else {
            words.accept(GatewayClient.parse(answer), out);
        }
        out.flush();
    }
}
