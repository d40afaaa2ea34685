package org.claimgate.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gateway file}: files that a running gateway received from its partners. */
@Command(
        name = "file",
        mixinStandardHelpOptions = true,
        description = "Show a received file; read one anew that was not readable, or set it aside.")
final class FileCommand implements Runnable {

    private static final String EXIT_CODES = "%nExit codes:%n";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "show, retry or set-aside?");
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Show what has become of a file, and what people did to it.",
            exitCodeListHeading = EXIT_CODES,
            exitCodeList = {"0:shown", "1:there is no such file", "2:no gateway answers there"})
    int show(
            @Parameters(paramLabel = "FILE", description = "Its number or name.") String file,
            @Mixin RunningGateway gateway)
            throws InterruptedException {
        return new ShownFiles(gateway).print("/api/files/", file);
    }

    @Command(
            name = "retry",
            mixinStandardHelpOptions = true,
            description = {
                "Read a file anew that was not readable, after a mapping or a profile was changed and the gateway restarted.",
                "What was told of it before is not told again."
            },
            exitCodeListHeading = EXIT_CODES,
            exitCodeList = {"0:it is read anew", "1:that cannot be done", "2:no gateway answers there"})
    int retry(@Parameters(paramLabel = "FILE", description = "Its number or name.") String file, @Mixin ActOptions act)
            throws InterruptedException {
        return act.of("retry-file", "file", file);
    }

    @Command(
            name = "set-aside",
            mixinStandardHelpOptions = true,
            description = "Leave a file alone that is not readable: it needs no attention any more.",
            exitCodeListHeading = EXIT_CODES,
            exitCodeList = {"0:it is set aside", "1:that cannot be done", "2:no gateway answers there"})
    int setAside(
            @Parameters(paramLabel = "FILE", description = "Its number or name.") String file, @Mixin ActOptions act)
            throws InterruptedException {
        return act.of("set-file-aside", "file", file);
    }
}
