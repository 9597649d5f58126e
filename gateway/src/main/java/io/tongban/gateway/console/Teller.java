package io.tongban.gateway.console;

import io.tongban.gateway.platform.principal.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in: an operator that a bank has registered.
 *
 * @param by as the one who acts
 * @param creditCode of the bank, GB 32100; null for one that does not collect
 * @param bank its name
 * @param session of the login, as the realm names it
 */
record Teller(
        Principal.Operator by,
        @Nullable String creditCode,
        String bank,
        boolean isSupervisor,
        Notice role,
        String session) {
    /** Client id of the bank. */
    String tenant() {
        return by.tenant();
    }

    /** The bank's own. */
    String staffNumber() {
        return by.staffNumber();
    }
}
