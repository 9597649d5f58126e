package io.tongban.gateway.contribution.withholding;

import io.tongban.gateway.webhook.Webhooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Tells the partner. */
@ApplicationScoped
public class WithholdingWebhooks implements WithholdingListener {
    private final Webhooks webhooks;

    @Inject
    public WithholdingWebhooks(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public void changed(Handle handle, List<WithholdingChange> changes) {
        webhooks.appendAll(
                handle,
                changes.stream()
                        .map(WithholdingChange::withholding)
                        .map(withholding -> new Webhooks.NewEvent(
                                withholding.clientId(),
                                WithholdingMapper.eventOf(withholding.state()),
                                null,
                                WithholdingMapper.toWire(withholding)))
                        .toList());
    }
}
