package io.tongban.province.profile;

import java.time.Duration;

/**
 * How long one exchange with the province may take.
 *
 * @param connect until the connection stands
 * @param reply from then until the whole answer is read
 */
public record Timeouts(Duration connect, Duration reply) {
    public Duration together() {
        return connect.plus(reply);
    }
}
