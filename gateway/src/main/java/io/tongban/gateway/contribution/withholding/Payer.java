package io.tongban.gateway.contribution.withholding;

import io.tongban.gateway.platform.principal.Principal;

/**
 * The partner that withholds.
 *
 * @param by who asks for it there
 * @param creditCode its unified social credit code, GB 32100
 */
record Payer(Principal by, String creditCode) {
    String clientId() {
        return by.tenant();
    }
}
