package org.claimgate.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.claimgate.guide.MappingException;
import org.claimgate.partner.PartnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program: {@code gateway COMMAND}. */
@Command(
        name = "gateway",
        description = "Claimgate, an X12 EDI gateway for US health-care claims.",
        mixinStandardHelpOptions = true,
        versionProvider = Claimgate.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:good", "1:the data has errors", "2:called wrongly, or something it needs does not work"},
        footer = {"", "JAVA_OPTS is passed to Java. 'gateway help COMMAND' tells more."},
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            ConvertCommand.class,
            ValidateCommand.class,
            EditsCommand.class,
            ExplainCommand.class,
            AcknowledgeCommand.class,
            DocumentCommand.class,
            SandboxCommand.class,
            StatusCommand.class,
            InquireCommand.class,
            FileCommand.class,
            DeliveryCommand.class,
            ReplayCommand.class,
            RejectionsCommand.class,
            PartnerCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            HelpCommand.class
        })
public final class Claimgate implements Runnable {

    private static final Pattern IDENTITY = Pattern.compile("(?:[a-z]\\w*\\.)*([A-Z][\\w$]*)@[0-9a-f]+\\b");

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Log in detail, and show the stack trace of a failure.")
    private boolean debug;

    private Claimgate(Home home) {
        this.home = home;
    }

    public static void main(String[] arguments) {
        System.exit(commandLine(Home.find()).execute(arguments));
    }

    /** The command line with all commands, ready to execute. */
    static CommandLine commandLine(Home home) {
        Claimgate program = new Claimgate(home);
        return new CommandLine(program)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(program::execute)
                .setExecutionExceptionHandler(program::explain);
    }

    Home home() {
        return home;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    private int execute(ParseResult parsed) {
        if (debug) {
            Logging.detailed();
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private int explain(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        err.println("gateway: " + inWords(failure));
        if (debug) {
            failure.printStackTrace(err);
        }
        err.flush();
        return Exit.PLUMBING;
    }

    private static String inWords(Exception failure) {
        String message = Optional.ofNullable(failure.getMessage()).orElse("no further word");
        if (failure instanceof CommandFailure
                || failure instanceof MappingException
                || failure instanceof PartnerException) {
            return message;
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String cause = root == failure ? "" : "; at the root: " + root.getMessage();
        return withoutIdentities(message + cause) + " (" + root.getClass().getSimpleName() + "; --debug shows where)";
    }

    /** {@code a.b.Type@1f2e} becomes {@code Type}: which object it was says nothing to a reader. */
    static String withoutIdentities(String words) {
        return IDENTITY.matcher(words).replaceAll("$1");
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"Claimgate " + number(), "Java " + Runtime.version()};
        }

        static String number() {
            return Optional.ofNullable(Claimgate.class.getPackage().getImplementationVersion())
                    .orElse("(not packaged)");
        }
    }
}
