package io.tongban.sdk.internal.access;

import java.time.Instant;

/**
 * A bearer token.
 *
 * @param value a secret
 * @param renewAt some time before it expires
 */
public record AccessToken(String value, Instant renewAt) {
    boolean isGood(Instant now) {
        return now.isBefore(renewAt);
    }

    @Override
    public String toString() {
        return "AccessToken[…, " + renewAt + "]";
    }
}
