package io.tongban.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tongban.api.webhook.EventPage;
import io.tongban.api.webhook.WebhookEvent;
import io.tongban.sdk.EventFeed;
import io.tongban.sdk.internal.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Asks for events, prints them, and remembers how far it came. */
final class PolledEvents {
    private static final Duration WAIT = Duration.ofSeconds(10);

    private final Console console;
    private final EventFeed feed;
    private final @Nullable Path cursorFile;

    PolledEvents(Console console, EventFeed feed, @Nullable Path cursorFile) {
        this.console = console;
        this.feed = feed;
        this.cursorFile = cursorFile;
    }

    /** @param count after how many to end, once their page is printed; 0 for never */
    void print(@Nullable Instant since, int count) throws IOException {
        int printed = 0;
        EventPage page = first(since);
        while (true) {
            for (WebhookEvent event : page.items()) {
                console.result(JsonText.pretty(Json.write(event)));
                printed++;
            }
            keep(page.nextCursor());
            if (count > 0 && printed >= count) {
                return;
            }
            page = feed.after(page.nextCursor(), WAIT);
        }
    }

    private EventPage first(@Nullable Instant since) throws IOException {
        if (cursorFile != null && Files.isRegularFile(cursorFile)) {
            return feed.after(new String(PrivateFiles.read(cursorFile), US_ASCII).strip(), Duration.ZERO);
        }
        EventPage page = since == null ? feed.fromNow() : feed.since(since);
        console.remark(since == null ? "Waiting for events" : "Events since " + since);
        return page;
    }

    /** Once a page was printed: what was not, comes again. */
    private void keep(String cursor) throws IOException {
        if (cursorFile != null) {
            PrivateFiles.replace(cursorFile, cursor.getBytes(US_ASCII));
        }
    }
}
