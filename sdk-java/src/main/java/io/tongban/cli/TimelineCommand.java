package io.tongban.cli;

import io.tongban.api.withholding.TimelineEntry;
import io.tongban.sdk.Tongban;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What happened about a withholding, a line each. */
@Command(
        name = "timeline",
        mixinStandardHelpOptions = true,
        description = "Shows what happened about a withholding: requests, the province, events and their deliveries.")
final class TimelineCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ProfileOptions options = new ProfileOptions();

    @Parameters(paramLabel = "ID", description = "The withholding, wh_…")
    private String id = "";

    TimelineCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try (GatewayLink link = GatewayLink.open(options.profile(console.home()), console.clock());
                Tongban client = link.client()) {
            client.withholdings().timeline(id).items().forEach(entry -> console.result(line(entry)));
            return ExitCodes.DONE;
        }
    }

    private static String line(TimelineEntry entry) {
        String kind = Optional.ofNullable(entry.kind()).map(Enum::name).orElse("?");
        return Stream.of(
                        String.format("%-24s %-8s %s", entry.at(), kind.toLowerCase(Locale.ROOT), entry.what()),
                        entry.outcome(),
                        entry.cause(),
                        entry.millis() == null ? null : entry.millis() + " ms",
                        entry.times() > 1 ? "× " + entry.times() : null,
                        entry.id())
                .filter(TimelineCommand::isThere)
                .collect(Collectors.joining("  "));
    }

    private static boolean isThere(@Nullable String text) {
        return text != null;
    }
}
