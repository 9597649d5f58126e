package io.tongban.sdk.internal.call;

import io.tongban.sdk.error.CallInfo;
import io.tongban.sdk.internal.access.KeySource;
import io.tongban.sdk.internal.access.TokenSource;
import io.tongban.sdk.internal.retry.Sleeper;
import io.tongban.sdk.key.PartnerKey;
import io.tongban.sdk.retry.RetryBudget;
import io.tongban.sdk.transport.Transport;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one client.
 *
 * @param baseUrl of the gateway, as the gateway itself is configured with, without a slash at its end
 * @param timeout of one try
 * @param listener told of each good answer; null for none
 * @param scenario that each call shall meet in the sandbox; null for none
 */
public record ClientConfig(
        String baseUrl,
        String clientId,
        PartnerKey key,
        Clock clock,
        Transport transport,
        TokenSource tokens,
        KeySource keys,
        Duration timeout,
        RetryBudget budget,
        Sleeper sleeper,
        @Nullable Consumer<CallInfo> listener,
        @Nullable String scenario) {
    @Override
    public String toString() {
        return "ClientConfig[" + clientId + " at " + baseUrl + "]";
    }
}
