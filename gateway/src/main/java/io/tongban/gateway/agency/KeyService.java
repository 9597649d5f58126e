package io.tongban.gateway.agency;

import io.tongban.api.agency.GatewayKey;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.idempotency.Idempotency;
import io.tongban.gateway.trust.keys.GatewayKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The agency's hand on the gateway's keys. */
@ApplicationScoped
public class KeyService {
    private final GatewayKeys keys;
    private final Idempotency idempotency;
    private final Audit audit;
    private final Caller caller;

    @Inject
    public KeyService(GatewayKeys keys, Idempotency idempotency, Audit audit, Caller caller) {
        this.keys = keys;
        this.idempotency = idempotency;
        this.audit = audit;
        this.caller = caller;
    }

    @Nullable
    GatewayKey rotate(@Nullable String key) {
        GatewayKey added = idempotency.once(key, 201, handle -> {
            GatewayKey next = keys.rotate(handle);
            audit.append(
                    handle,
                    new AuditEntry(
                            caller.principal(),
                            AuditEntry.NOBODYS,
                            "gateway-key.rotated",
                            next.kid(),
                            Map.of("activeFrom", next.activeFrom().toString())));
            return next;
        });
        keys.refresh();
        return added;
    }
}
