package io.tongban.gateway.contribution.withholding;

/**
 * The partner that withholds.
 *
 * @param creditCode its unified social credit code, GB 32100
 */
record Payer(String clientId, String creditCode) {}
