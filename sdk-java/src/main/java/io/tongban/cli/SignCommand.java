package io.tongban.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.tongban.signature.ReceivedBase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Signs a request and sends it nowhere. */
@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        description = "Signs a request and prints it as it would leave. It is good for 60 seconds, once.")
final class SignCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ProfileOptions options = new ProfileOptions();

    @Mixin
    private RequestWords words = new RequestWords();

    @Option(names = "--token", paramLabel = "TOKEN", description = "In place of one that the realm is asked for.")
    private @Nullable String token;

    @Option(names = "--show-base", description = "Also prints the signature base, to stderr, without the token.")
    private boolean showBase;

    @Option(names = "--out", paramLabel = "FILE", description = "Writes to a new file, which you alone can read.")
    private @Nullable Path out;

    SignCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Profile profile = options.profile(console.home());
        try (GatewayLink link = GatewayLink.open(profile, console.clock())) {
            String bearer = token == null ? link.token() : token;
            RequestWords.Signed request =
                    words.signed(link.base(), bearer, link.key().messageSigner(), console);
            if (showBase) {
                console.remark(ReceivedBase.ofRequest(request.message()).withoutToken());
            }
            if (out == null) {
                console.result(new String(request.saved(), ISO_8859_1));
            } else {
                PrivateFiles.create(out, request.saved());
                console.remark("It holds a token and is good for as long as that is: " + out);
            }
        }
        return ExitCodes.DONE;
    }
}
