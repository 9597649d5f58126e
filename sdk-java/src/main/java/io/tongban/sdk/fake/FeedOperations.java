package io.tongban.sdk.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.api.Scopes;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.webhook.EventPage;
import io.tongban.api.webhook.WebhookEvent;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Events for those who ask. Nobody waits here: time stands still. */
final class FeedOperations {
    private static final Pattern CURSOR = Pattern.compile("events ([0-9]{1,9}) ([0-9]{1,15})");
    private static final int USUAL_LIMIT = 50;

    private final Clock clock;
    private final Events events;

    FeedOperations(Clock clock, Events events) {
        this.clock = clock;
        this.events = events;
    }

    List<Route> routes() {
        return List.of(Route.read("/v1/events", Scopes.WEBHOOKS_MANAGE, this::read));
    }

    private record Place(int position, Instant since) {
        String written() {
            String text = "events " + position + " " + since.toEpochMilli();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
        }
    }

    private EventPage read(Request request) {
        Instant since = request.query("since").map(FeedOperations::time).orElse(Instant.EPOCH);
        Place begin = request.query("after")
                .map(FeedOperations::place)
                .orElseGet(() -> new Place(0, request.query("since").isPresent() ? since : clock.instant()));
        Instant from = since.isAfter(begin.since()) ? since : begin.since();
        int limit = request.query("limit").map(Integer::parseInt).orElse(USUAL_LIMIT);
        List<WebhookEvent> all = events.toldTo(request.clientId());
        int position = Math.min(begin.position(), all.size());
        List<WebhookEvent> page = all.subList(position, all.size()).stream()
                .filter(event -> !event.createdAt().isBefore(from))
                .limit(limit)
                .toList();
        int reached = page.size() < limit ? all.size() : all.indexOf(page.get(limit - 1)) + 1;
        return new EventPage(page, new Place(reached, from).written());
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noSuchDay) {
            throw Refused.in(ProblemType.DATE_INVALID, "since");
        }
    }

    private static Place place(String cursor) {
        try {
            Matcher parts = CURSOR.matcher(new String(Base64.getUrlDecoder().decode(cursor), UTF_8));
            if (parts.matches()) {
                return new Place(
                        Integer.parseInt(parts.group(1)), Instant.ofEpochMilli(Long.parseLong(parts.group(2))));
            }
        } catch (IllegalArgumentException notBase64) {
            // Refused like any other that is none of ours.
        }
        throw Refused.with(ProblemType.CURSOR_INVALID);
    }
}
