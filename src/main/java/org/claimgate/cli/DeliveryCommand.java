package org.claimgate.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gateway delivery}: files that a running gateway delivers to its partners. */
@Command(
        name = "delivery",
        mixinStandardHelpOptions = true,
        description = "Show a file to a partner; confirm, repeat or set aside one that is on hold.")
final class DeliveryCommand implements Runnable {

    private static final String EXIT_CODES = "%nExit codes:%n";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "show, confirm, repeat or set-aside?");
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Show how far a file has come, and what people did to it.",
            exitCodeListHeading = EXIT_CODES,
            exitCodeList = {"0:shown", "1:there is no such file", "2:no gateway answers there"})
    int show(
            @Parameters(paramLabel = "FILE", description = "Its number or name.") String file,
            @Mixin RunningGateway gateway)
            throws InterruptedException {
        return new ShownFiles(gateway).print("/api/deliveries/", file);
    }

    @Command(
            name = "confirm",
            mixinStandardHelpOptions = true,
            description = "The partner has the file: record it as delivered. Nothing is sent.",
            exitCodeListHeading = EXIT_CODES,
            exitCodeList = {"0:it is recorded", "1:that cannot be done", "2:no gateway answers there"})
    int confirm(
            @Parameters(paramLabel = "FILE", description = "Its number or name.") String file, @Mixin ActOptions act)
            throws InterruptedException {
        return act.of("confirm-delivery", "delivery", file);
    }

    @Command(
            name = "repeat",
            mixinStandardHelpOptions = true,
            description = {
                "The partner does not have the file, nor has taken it: deliver it again, under its name and with its bytes.",
                "Move away what has its name there before; otherwise it is on hold again."
            },
            exitCodeListHeading = EXIT_CODES,
            exitCodeList = {"0:it will be delivered", "1:that cannot be done", "2:no gateway answers there"})
    int repeat(@Parameters(paramLabel = "FILE", description = "Its number or name.") String file, @Mixin ActOptions act)
            throws InterruptedException {
        return act.of("repeat-delivery", "delivery", file);
    }

    @Command(
            name = "set-aside",
            mixinStandardHelpOptions = true,
            description = "Do not deliver the file; its claims are told so. It needs no attention any more.",
            exitCodeListHeading = EXIT_CODES,
            exitCodeList = {"0:it is set aside", "1:that cannot be done", "2:no gateway answers there"})
    int setAside(
            @Parameters(paramLabel = "FILE", description = "Its number or name.") String file, @Mixin ActOptions act)
            throws InterruptedException {
        return act.of("set-delivery-aside", "delivery", file);
    }
}
