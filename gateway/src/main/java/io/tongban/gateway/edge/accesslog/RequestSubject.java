package io.tongban.gateway.edge.accesslog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tongban.gateway.platform.pii.PersonalNumbers;
import io.tongban.gateway.trust.idempotency.StoredAnswer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The thing that a request is about: what it made or has made before, or else the last of our ids in its path. */
final class RequestSubject {
    /** As ids are given, to the letter: what a sender has put behind a prefix of ours is kept by nobody. */
    private static final Pattern ID =
            Pattern.compile("(wkr|mdt|pyo|whe|tsk|wh|chg|cpm|dec|apv)_[0-9a-hjkmnp-tv-z]{26}");

    private static final int LONGEST_PATH = 512;
    /** Of an answer; what is longer is a list. */
    private static final int LONGEST_ANSWER = 64 * 1024;

    private static final JsonFactory JSON = new JsonFactory();

    private RequestSubject() {}

    static Optional<String> of(RoutingContext context, String path, PersonalNumbers numbers) {
        return StoredAnswer.in(context)
                .flatMap(answer -> made(answer.body()))
                .or(() -> path.length() > LONGEST_PATH
                        ? Optional.empty()
                        : Arrays.stream(path.split("/", -1))
                                .filter(RequestSubject::isId)
                                .reduce((first, last) -> last)
                                .filter(id -> numbers.in(id).isEmpty()));
    }

    private static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** @param answer as it was stored with its effect, and is sent again to whoever repeats */
    static Optional<String> made(byte[] answer) {
        if (answer.length == 0 || answer.length > LONGEST_ANSWER) {
            return Optional.empty();
        }
        try (JsonParser json = JSON.createParser(answer)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken() == JsonToken.VALUE_STRING && name.equals("id")) {
                    return Optional.of(json.getText()).filter(RequestSubject::isId);
                }
                json.skipChildren();
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("An answer of ours is JSON", e);
        }
    }
}
