package io.tongban.gateway.contribution.mandate;

import io.tongban.gateway.platform.principal.Principal;
import org.jdbi.v3.core.Handle;

/** Hears of mandates that are taken back. */
public interface MandateListener {
    /** Called in the transaction of the revocation, which holds the mandate. */
    void revoked(Handle handle, Principal by, RecordedMandate mandate);
}
