package io.tongban.gateway.contribution.payout;

/**
 * The platform that pays out.
 *
 * @param creditCode its unified social credit code, GB 32100
 */
record Reporter(String clientId, String creditCode) {}
