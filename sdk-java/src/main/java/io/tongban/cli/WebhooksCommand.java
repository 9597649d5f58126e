package io.tongban.cli;

import io.tongban.sdk.Tongban;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Events as they come. */
@Command(name = "webhooks", mixinStandardHelpOptions = true, description = "Receives webhooks.")
final class WebhooksCommand {
    private final Console console;

    WebhooksCommand(Console console) {
        this.console = console;
    }

    @Command(
            name = "poll",
            mixinStandardHelpOptions = true,
            description = {
                "Prints events as they happen, where no webhook can come: asks for them, and waits at the gateway. Each",
                "is the body of its webhook call, in an answer whose signature was verified."
            })
    int poll(
            @Mixin ProfileOptions options,
            @Option(
                            names = "--since",
                            paramLabel = "TIME",
                            description =
                                    "Fills in from here on, such as 2026-11-28T00:00:00Z; without it from now on.")
                    @Nullable
                    Instant since,
            @Option(
                            names = "--cursor",
                            paramLabel = "FILE",
                            description = "Goes on after what was printed last time, and remembers how far it came.")
                    @Nullable
                    Path cursor,
            @Option(
                            names = "--count",
                            paramLabel = "N",
                            defaultValue = "0",
                            description = "Ends once so many were printed; 0 for never.")
                    int count)
            throws IOException {
        Profile profile = options.profile(console.home());
        try (GatewayLink link = GatewayLink.open(profile, console.clock());
                Tongban client = link.client()) {
            new PolledEvents(console, client.events(), cursor).print(since, count);
        }
        return ExitCodes.DONE;
    }

    @Command(
            name = "listen",
            mixinStandardHelpOptions = true,
            description = {
                "Receives webhooks, verifies each, and prints the events as JSON. Of one that is refused it says which",
                "covered field differs, as far as it can be told."
            })
    int listen(
            @Mixin ProfileOptions options,
            @Option(
                            names = "--host",
                            defaultValue = "127.0.0.1",
                            description = "Where to listen; 127.0.0.1 without it.")
                    String host,
            @Option(names = "--port", defaultValue = "9999", description = "9999 without it; 0 for any.") int port,
            @Option(
                            names = "--url",
                            paramLabel = "URL",
                            defaultValue = "",
                            description = "As registered with the gateway; http://HOST:PORT/ without it.")
                    String url,
            @Option(
                            names = "--count",
                            paramLabel = "N",
                            defaultValue = "0",
                            description = "Ends after so many verified events; 0 for never.")
                    int count)
            throws IOException, InterruptedException {
        Profile profile = options.profile(console.home());
        try (GatewayLink link = GatewayLink.open(profile, console.clock());
                Tongban client = link.client();
                WebhookListener listener = WebhookListener.bind(new InetSocketAddress(host, port))) {
            String registered = url.isEmpty() ? "http://" + host + ":" + listener.port() + "/" : url;
            console.remark("Listening on " + host + ":" + listener.port() + " for webhooks to " + registered);
            listener.receive(new ReceivedEvents(console, client.gatewayKeys(), registered, count));
        }
        return ExitCodes.DONE;
    }
}
