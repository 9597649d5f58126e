package io.tongban.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.sdk.Tongban;
import io.tongban.signature.KeyLookup;
import io.tongban.signature.ReceivedBase;
import io.tongban.signature.RequestMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says of a message in a file what the receiver sees in it, without network; or what the gateway saw. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Explains the signature of a saved request, answer or webhook, without network: what is covered, the base as",
            "the receiver computes it, and the verdict. The file is an HTTP message: first line, fields, empty line, body."
        })
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ProfileOptions options = new ProfileOptions();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "A request or an answer; call --save and sign --out write such.")
    private @Nullable Path file;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = {
                "A request's id in the request log, or the trace id of its problem: asks the gateway what it computed, and",
                "compares that with --base, or with the base of FILE. This alone uses the network."
            })
    private @Nullable String id;

    @Option(names = "--request", paramLabel = "FILE", description = "The request that an answer belongs to.")
    private @Nullable Path request;

    @Option(names = "--webhook", description = "The file is a webhook, with its whole URL in the first line.")
    private boolean webhook;

    @Option(
            names = "--base",
            paramLabel = "FILE",
            description = "The signature base that your program signed: the first octet that differs is marked.")
    private @Nullable Path base;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "A JWK Set or JWK to verify with, in place of the profile's own.")
    private @Nullable Path keys;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "When it arrived, such as 2026-11-02T01:00:05Z; without it age is told and not judged.")
    private @Nullable Instant at;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (id != null) {
            return explainedThere(id) ? ExitCodes.DONE : ExitCodes.REFUSED;
        }
        if (file == null) {
            throw CommandFailedException.usage("Which message? Give FILE, or --id");
        }
        SavedMessage saved = SavedMessage.parse(PrivateFiles.read(file));
        boolean good = explained(saved).tell(console, at, base == null ? Optional.empty() : readBase(base));
        return good ? ExitCodes.DONE : ExitCodes.REFUSED;
    }

    private boolean explainedThere(String there) throws IOException {
        Optional<String> signed = Optional.empty();
        if (base != null) {
            signed = Optional.of(new String(PrivateFiles.read(base), UTF_8));
        } else if (file != null) {
            SavedMessage saved = SavedMessage.parse(PrivateFiles.read(file));
            signed = Optional.of(ReceivedBase.ofRequest(message(saved)).base().text());
        }
        try (GatewayLink link = GatewayLink.open(options.profile(console.home()), console.clock());
                Tongban client = link.client()) {
            return new LoggedExplanation(console, client.requestLog()).tell(there, signed);
        }
    }

    private static Optional<byte[]> readBase(Path base) throws IOException {
        return Optional.of(PrivateFiles.read(base));
    }

    private Explanation explained(SavedMessage saved) throws IOException {
        if (saved.isAnswer()) {
            if (request == null) {
                throw CommandFailedException.usage("An answer is signed for its request: give --request");
            }
            SavedMessage asked = SavedMessage.parse(PrivateFiles.read(request));
            return Explanation.ofAnswer(saved, message(asked), gatewayKeys());
        }
        return webhook
                ? Explanation.ofWebhook(saved, message(saved), gatewayKeys())
                : Explanation.ofRequest(saved, message(saved), partnerKeys());
    }

    private KeyLookup partnerKeys() throws IOException {
        return keys != null ? MessageKeys.of(keys) : MessageKeys.ofPartner(options.key(console.home()));
    }

    private KeyLookup gatewayKeys() throws IOException {
        return keys != null
                ? MessageKeys.of(keys)
                : MessageKeys.ofGateway(Profile.gatewayKeys(console.home(), options.name()));
    }

    /** The target URI is the base URL and what stands in the request line; the Host field has no say. */
    private RequestMessage message(SavedMessage saved) throws IOException {
        String target = saved.target();
        if (target.startsWith("/")) {
            String url = options.baseUrl(console.home())
                    .orElseThrow(() -> CommandFailedException.usage(
                            "The gateway never reads Host: give --base-url, or a whole URL in the first line"));
            target = GatewayLink.withoutSlash(url) + target;
        }
        return new RequestMessage(saved.method(), target, saved.fields());
    }
}
