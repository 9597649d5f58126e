package io.tongban.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.sdk.error.RefusedException;
import io.tongban.sdk.error.TongbanException;
import io.tongban.sdk.internal.json.Json;
import io.tongban.signature.SignatureRefusedException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code tongban}. */
@Command(
        name = "tongban",
        mixinStandardHelpOptions = true,
        versionProvider = VersionOfJar.class,
        description = "The partner gateway by hand: keys, signed calls, and what is wrong with a signature.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the gateway refused, or a message is not as it should be",
            "2:wrong use",
            "3:no answer, or none that can be trusted"
        },
        footer = "%nCompletion: source <(tongban generate-completion)")
public final class TongbanCommand {
    private TongbanCommand() {}

    public static void main(String[] arguments) {
        // Nothing here logs; without this the logging facade says at each start that it has nowhere to log to.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Console console = new Console(
                new PrintWriter(new OutputStreamWriter(System.out, UTF_8), true),
                new PrintWriter(new OutputStreamWriter(System.err, UTF_8), true),
                System.in,
                home(),
                Clock.systemUTC());
        System.exit(run(console, arguments));
    }

    /** One command, from its words to its exit code. */
    static int run(Console console, String... arguments) {
        CommandLine commands = new CommandLine(new TongbanCommand())
                .addSubcommand(new LoginCommand(console))
                .addSubcommand(new KeysCommand(console))
                .addSubcommand(new SignCommand(console))
                .addSubcommand(new CallCommand(console))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(new TimelineCommand(console))
                .addSubcommand(new WebhooksCommand(console))
                .addSubcommand(new ScenarioCommand(console))
                .addSubcommand(new CertifyCommand(console))
                .addSubcommand(new StatusCommand(console))
                .addSubcommand(new GenerateCompletion());
        commands.setOut(console.out());
        commands.setErr(console.err());
        commands.setExecutionExceptionHandler((failure, line, parsed) -> failed(console, failure));
        return commands.execute(arguments);
    }

    private static int failed(Console console, Exception failure) {
        if (failure instanceof CommandFailedException known) {
            console.remark(String.valueOf(known.getMessage()));
            return known.exitCode();
        }
        if (failure instanceof RefusedException refused) {
            JsonText.read(Json.write(refused.problem()))
                    .ifPresent(problem -> ProblemText.of(problem).forEach(console::remark));
            return ExitCodes.REFUSED;
        }
        if (failure instanceof TongbanException unanswered) {
            console.remark(String.valueOf(unanswered.getMessage()));
            return ExitCodes.UNANSWERED;
        }
        if (failure instanceof SignatureRefusedException refused) {
            console.remark(refused.reason().code() + ": " + refused.detail());
            return ExitCodes.REFUSED;
        }
        if (failure instanceof FileAlreadyExistsException exists) {
            console.remark("There is a file already, and it stays as it is: " + exists.getFile());
            return ExitCodes.USAGE;
        }
        if (failure instanceof IOException || failure instanceof IllegalArgumentException) {
            console.remark(failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage());
            return ExitCodes.USAGE;
        }
        console.remark("This should not happen; please report it.");
        failure.printStackTrace(console.err());
        return ExitCodes.UNANSWERED;
    }

    private static Path home() {
        return Optional.ofNullable(System.getenv("TONGBAN_HOME"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".tongban"));
    }
}
