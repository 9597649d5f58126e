package io.tongban.gateway.contribution.withholding;

import io.tongban.gateway.platform.principal.Actor;

/**
 * A withholding that came to another state.
 *
 * @param actor who changed it, as in {@link io.tongban.gateway.platform.audit.AuditEntry#actor()}
 * @param withholding as it is now
 */
public record WithholdingChange(Actor actor, WithholdingRecord withholding) {}
