package io.tongban.gateway.contribution.payout;

import io.tongban.gateway.platform.principal.Principal;

/**
 * The platform that pays out.
 *
 * @param by who reports it there
 * @param creditCode its unified social credit code, GB 32100
 */
record Reporter(Principal by, String creditCode) {
    String clientId() {
        return by.tenant();
    }
}
