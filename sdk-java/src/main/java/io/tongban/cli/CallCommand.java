package io.tongban.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.sdk.key.GatewayKeys;
import io.tongban.sdk.transport.TransportResponse;
import io.tongban.signature.MessageFields;
import io.tongban.signature.ResponseMessage;
import io.tongban.signature.ResponseVerifier;
import io.tongban.signature.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One signed call. Nothing of an answer is shown before its signature was verified. */
@Command(
        name = "call",
        mixinStandardHelpOptions = true,
        description = "Signs a request, sends it once, verifies the answer and prints it.")
final class CallCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ProfileOptions options = new ProfileOptions();

    @Mixin
    private RequestWords words = new RequestWords();

    @Option(
            names = "--save",
            paramLabel = "NAME",
            description = "Writes NAME.request and NAME.answer, for explain. They hold a token and what was answered.")
    private @Nullable Path save;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "How much longer than 15 s the answer may take, for Prefer: wait.")
    private int wait;

    CallCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Profile profile = options.profile(console.home());
        try (GatewayLink link = GatewayLink.open(profile, console.clock())) {
            byte[] published = link.publishedKeys();
            RequestWords.Signed request =
                    words.signed(link.base(), link.token(), link.key().messageSigner(), console);
            if (save != null) {
                PrivateFiles.create(beside(save, ".request"), request.saved());
            }
            TransportResponse answer = link.send(
                    request.message().method(),
                    request.message().targetUri(),
                    request.fields(),
                    request.body(),
                    Duration.ofSeconds(Math.max(0, Math.min(wait, 120))));
            if (save != null) {
                PrivateFiles.create(
                        beside(save, ".answer"),
                        SavedMessage.written("HTTP/1.1 " + answer.status(), answer.fields(), answer.body()));
            }
            return shown(request, answer, GatewayKeys.parse(new String(published, UTF_8)));
        }
    }

    private static Path beside(Path name, String end) {
        return name.resolveSibling(name.getFileName() + end);
    }

    private int shown(RequestWords.Signed request, TransportResponse answer, GatewayKeys keys) {
        Verification verification = new ResponseVerifier(console.clock(), Duration.ofSeconds(60))
                .verify(
                        new ResponseMessage(answer.status(), MessageFields.of(answer.fields()), request.message()),
                        answer.body(),
                        keys);
        if (verification instanceof Verification.Rejected rejected) {
            throw CommandFailedException.unanswered("An answer came (status " + answer.status()
                    + ") that the gateway did not sign for this request, so nothing of it is shown: "
                    + rejected.reason().code() + ", " + rejected.detail()
                    + ". If the call has an effect, it may have happened: call again with the same key.");
        }
        console.remark("HTTP " + answer.status() + ", signed by the gateway");
        if (answer.body().length > 0) {
            console.result(JsonText.pretty(answer.body()));
        }
        if (answer.status() < 400) {
            return ExitCodes.DONE;
        }
        JsonText.read(answer.body())
                .ifPresent(problem -> ProblemText.of(problem).forEach(console::remark));
        return ExitCodes.REFUSED;
    }
}
