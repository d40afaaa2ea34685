package org.claimgate.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gateway backup}: has a running gateway write a backup of its ledger. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Write a backup of a running gateway's ledger into its folder claimgate.backups; its work goes on.",
            "A ledger in PostgreSQL is backed up by PostgreSQL's own means."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it is written", "1:that cannot be done", "2:no gateway answers there"})
final class BackupCommand implements Callable<Integer> {

    @Mixin
    private ActOptions act;

    @Override
    public Integer call() throws InterruptedException {
        return act.of(JsonNodeFactory.instance.objectNode().put("act", "backup"));
    }
}
