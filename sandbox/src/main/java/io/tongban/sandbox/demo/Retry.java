package io.tongban.sandbox.demo;

import io.tongban.sdk.error.RefusedException;
import io.tongban.sdk.error.TongbanException;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * What a platform's own job queue does: the same call again until somebody answers. Safe, because the SDK gives each
 * effect a key made from the platform's own reference.
 */
public final class Retry {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int TRIES = 480;

    private Retry() {}

    /** @throws RefusedException if the gateway answered, and trying again would bring the same answer */
    public static <T> T insist(Callable<T> call) throws Exception {
        for (int tries = 1; ; tries++) {
            try {
                return call.call();
            } catch (RefusedException refused) {
                if (!refused.problem().retryable() || tries == TRIES) {
                    throw refused;
                }
            } catch (TongbanException nobodyAnswered) {
                if (tries == TRIES) {
                    throw nobodyAnswered;
                }
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }
}
