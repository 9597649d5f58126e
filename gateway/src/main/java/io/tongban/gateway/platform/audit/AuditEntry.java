package io.tongban.gateway.platform.audit;

import static java.util.Objects.requireNonNull;

import io.tongban.gateway.platform.principal.Actor;
import io.tongban.gateway.platform.principal.Principal;
import java.util.Map;

/**
 * One change, for the audit log.
 *
 * @param actor who did it
 * @param tenant client id of the partner whose data it was; {@link #NOBODYS} where it was several partners' or none's
 * @param action what was done, such as {@code mandate.revoked}
 * @param subjectId id of the thing that changed
 * @param facts what else is worth knowing, as strings, whole numbers, booleans and lists and maps of these; no personal
 *     data
 */
public record AuditEntry(Actor actor, String tenant, String action, String subjectId, Map<String, Object> facts) {
    public static final String NOBODYS = "";

    public AuditEntry {
        requireNonNull(actor, "actor");
        requireNonNull(tenant, "tenant");
        requireNonNull(action, "action");
        requireNonNull(subjectId, "subjectId");
        facts = Map.copyOf(facts);
    }

    /** Of who asked for it, with its own tenant's data. */
    public static AuditEntry of(Principal by, String action, String subjectId, Map<String, Object> facts) {
        return new AuditEntry(by, by.tenant(), action, subjectId, facts);
    }
}
