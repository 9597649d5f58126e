package io.tongban.gateway.platform.audit;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * One change, for the audit log.
 *
 * @param actor who did it: a client id, or {@code gateway} or {@code province:44} for what no partner asked for
 * @param action what was done, such as {@code mandate.revoked}
 * @param subjectId id of the thing that changed
 * @param facts what else is worth knowing, as strings, whole numbers, booleans and lists and maps of these; no personal
 *     data
 */
public record AuditEntry(String actor, String action, String subjectId, Map<String, Object> facts) {
    public AuditEntry {
        requireNonNull(actor, "actor");
        requireNonNull(action, "action");
        requireNonNull(subjectId, "subjectId");
        facts = Map.copyOf(facts);
    }
}
