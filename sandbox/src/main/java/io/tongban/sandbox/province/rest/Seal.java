package io.tongban.sandbox.province.rest;

/** Signs the province's answers, and checks the caller's requests. */
interface Seal {
    /** Lower-case hex. */
    String sign(String text);

    /** @param sign anything; what is no signature is a wrong one */
    boolean isCallers(String text, String sign);
}
