package io.tongban.gateway.platform.audit;

import io.tongban.api.agency.AlertKind;
import io.tongban.api.agency.PartnerAlert;
import io.tongban.gateway.platform.principal.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/** Tells the agency of partners that ask for more of people's data than their work can need. */
@ApplicationScoped
public class PartnerAlerts {
    private static final int MOST_SHOWN = 200;

    private final Audit audit;
    private final Clock clock;
    /** Of registered partners, so that they are few. */
    private final Map<String, RefusalTally> tallies = new ConcurrentHashMap<>();

    PartnerAlerts(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Notes a refusal; whoever asks without end causes one statement a second.
     *
     * @param handle not of the transaction that is refused: that is rolled back
     */
    public void raise(Handle handle, String clientId, AlertKind kind) {
        Instant now = clock.instant();
        long refusals = tallies.computeIfAbsent(clientId + " " + kind, first -> new RefusalTally())
                .add(now);
        if (refusals > 0) {
            LocalDate day = LocalDate.ofInstant(now, clock.getZone());
            if (AlertStore.add(handle, clientId, kind, day, refusals, now) == refusals) {
                audit.append(
                        handle,
                        new AuditEntry(
                                Actor.gateway(),
                                clientId,
                                "partner.alert-raised",
                                clientId,
                                Map.of("kind", kind.name(), "day", day.toString())));
            }
        }
    }

    /** Newest first. */
    public List<PartnerAlert> latest(Handle handle) {
        return AlertStore.latest(handle, MOST_SHOWN);
    }
}
