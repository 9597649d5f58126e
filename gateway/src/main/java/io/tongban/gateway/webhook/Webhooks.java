package io.tongban.gateway.webhook;

import io.tongban.api.webhook.EventType;
import io.tongban.api.withholding.Withholding;
import io.tongban.api.worker.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Tells partners what happened, through the outbox. */
@ApplicationScoped
public class Webhooks {
    /**
     * Stores the event and one delivery for each endpoint of this partner that wants to be told, in the caller's
     * transaction.
     *
     * @param worker for {@code worker.*} events, masked as in answers
     * @param withholding for {@code withholding.*} events
     */
    public void append(
            Handle handle,
            String clientId,
            EventType type,
            @Nullable Worker worker,
            @Nullable Withholding withholding) {
        throw new UnsupportedOperationException();
    }
}
