package io.tongban.gateway.contribution.withholding;

/**
 * By whose mandate the province is told of a collected month.
 *
 * @param payer unified social credit code of the platform
 * @param enrolmentId under which the person is known at the province
 */
public record WithheldUnder(String payer, String workerId, String mandateId, String enrolmentId) {}
