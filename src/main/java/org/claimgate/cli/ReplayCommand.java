package org.claimgate.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gateway replay}: has a running gateway send messages once more. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Send the messages of a claim, of a received file or of a period once more.",
            "They are marked as replays, and have ids of their own."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:they are sent", "1:there are none", "2:called wrongly, or no gateway answers there"})
final class ReplayCommand implements Callable<Integer> {

    @ArgGroup(multiplicity = "1")
    private Selection selection;

    @Mixin
    private ActOptions act;

    /** Which messages: exactly one of these is given. */
    private static final class Selection {

        @Option(names = "--claim", paramLabel = "CLAIM-ID", description = "All that were told of this claim.")
        private String claim;

        @Option(
                names = "--file",
                paramLabel = "FILE",
                description = "All of this received file, by its number or name.")
        private String file;

        @ArgGroup(exclusive = false)
        private Period period;
    }

    private static final class Period {

        @Option(
                names = "--from",
                required = true,
                paramLabel = "MOMENT",
                description = "All that were made from then on, such as 2026-11-24T05:00:00Z, …")
        private Instant from;

        @Option(names = "--to", required = true, paramLabel = "MOMENT", description = "… and before then.")
        private Instant to;
    }

    @Override
    public Integer call() throws InterruptedException {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("act", "replay");
        if (selection.claim != null) {
            request.put("claim", selection.claim);
        } else if (selection.file != null) {
            request.put("file", selection.file);
        } else {
            request.put("from", selection.period.from.toString()).put("to", selection.period.to.toString());
        }
        return act.of(request);
    }
}
