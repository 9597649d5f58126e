package io.tongban.signature;

/** The tag parameter tells which profile a signature follows, and for which kind of message, or by whom, it was made. */
final class Tags {

    static final String REQUEST = "fapi-2-request";
    static final String RESPONSE = "fapi-2-response";
    static final String WEBHOOK = "tongban-webhook";
    static final String MAKER = "tongban-maker";
    static final String CHECKER = "tongban-checker";

    private Tags() {}
}
