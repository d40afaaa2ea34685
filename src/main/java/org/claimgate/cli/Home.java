package org.claimgate.cli;

import java.nio.file.Path;
import java.util.List;
import org.claimgate.camel.GatewayConfig;
import org.claimgate.claim.ClaimFields;
import org.claimgate.document.MappingFolder;
import org.claimgate.guide.Guides;
import org.claimgate.partner.Partners;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The folder that holds routes/, mappings/, partners/, edi-samples/ and application.properties: the checkout or the
 * distribution. The launcher names it in the system property {@code gateway.home}; without it, it is the working
 * directory.
 */
final class Home {

    private final Path folder;
    private Guides guides;

    private Home(Path folder) {
        this.folder = folder;
    }

    static Home find() {
        return new Home(Path.of(System.getProperty("gateway.home", "."))
                .toAbsolutePath()
                .normalize());
    }

    /** That of the program which a command belongs to. */
    static Home of(CommandSpec command) {
        return ((Claimgate) command.root().userObject()).home();
    }

    Path folder() {
        return folder;
    }

    /** What a gateway of this folder would be started with. */
    GatewayConfig config() {
        return GatewayConfig.load(folder);
    }

    /** What a gateway of this folder knows of other documents, and of other systems' claims. */
    List<MappingFolder> documents() {
        return MappingFolder.all(config().mappings());
    }

    /** The guides that a gateway of this folder would read and write by; loaded when they are first asked for. */
    synchronized Guides guides() {
        if (guides == null) {
            guides = Guides.load(config().mappings().resolve("x12"));
        }
        return guides;
    }

    /** The partners that a gateway of this folder would serve. */
    Partners partners() {
        return Partners.load(config().partners(), config().asProperties(), new ClaimFields(guides()));
    }
}
