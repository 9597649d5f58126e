package io.tongban.api;

/** The shapes of the contract's strings, once. */
public final class Patterns {
    /** GB 11643: 17 digits and a check character; the check itself is made by the gateway. */
    public static final String CITIZEN_NUMBER = "^[1-9][0-9]{16}[0-9Xx]$";

    public static final String MOBILE = "^1[3-9][0-9]{9}$";
    public static final String PROVINCE = "^[1-9][0-9]$";
    /** An insurance kind with its code system, HRSS AAE140. */
    public static final String INSURANCE = "^AAE140:[0-9]{3}$";

    /** A division of GB/T 2260, six digits. */
    public static final String DIVISION = "^[1-9][0-9]{5}$";
    /** A grade of contributions, as policies name it. */
    public static final String GRADE = "^[A-Z0-9_]{1,30}$";
    /** A day, by its form; whether the calendar has it is the gateway's to say. */
    public static final String DATE = "^[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

    public static final String MONTH = "^[1-9][0-9]{3}-(0[1-9]|1[0-2])$";
    /** RFC 3339, section 5.6, in capitals; whole seconds or a fraction of up to nine digits. */
    public static final String INSTANT = "^[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
            + "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,9})?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])$";
    /**
     * A partner's own name for a thing; letters, digits and a few marks, so that it is safe anywhere. References are
     * shown, logged by partners and audited for good: what looks like a citizen number or a mobile number is none.
     */
    public static final String REFERENCE =
            "^(?![1-9][0-9]{16}[0-9Xx]$)(?!1[3-9][0-9]{9}$)[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$";

    /**
     * What a person wrote to explain a decision; it is audited for good, so nothing in it may look like a citizen number
     * or a mobile number.
     */
    public static final String NOTE = "^(?!.*(?<![0-9])[1-9][0-9]{16}[0-9Xx](?![0-9]))"
            + "(?!.*(?<![0-9])1[3-9][0-9]{9}(?![0-9]))[^\\x00-\\x1f\\x7f-\\x9f<>]{1,500}$";

    /** A client's own name of an effect; any visible ASCII. */
    public static final String IDEMPOTENCY_KEY = "^[!-~]{1,64}$";

    /** A worker's name, as far as a pattern can tell: 1 to 50 characters, none of them a control character. */
    public static final String NAME = "^[^\\x00-\\x1f\\x7f-\\x9f]{1,50}$";
    /** One line of plain text, counted in characters: no control characters, and no {@code <} and {@code >}, so no markup. */
    public static final String LINE_40 = "^[^\\x00-\\x1f\\x7f-\\x9f<>]{0,40}$";

    public static final String LINE_100 = "^[^\\x00-\\x1f\\x7f-\\x9f<>]{1,100}$";
    public static final String LINE_200 = "^[^\\x00-\\x1f\\x7f-\\x9f<>]{0,200}$";

    /** Ids are the gateway's: partners keep them and never make them. */
    public static final String WORKER_ID = "^wkr_[0-9a-z]{1,36}$";

    public static final String MANDATE_ID = "^mdt_[0-9a-z]{1,36}$";
    public static final String WITHHOLDING_ID = "^wh_[0-9a-z]{1,37}$";
    public static final String PAYOUT_ID = "^pyo_[0-9a-z]{1,36}$";
    public static final String INSTRUCTION_ID = "^pin_[0-9a-z]{1,36}$";
    public static final String WEBHOOK_ENDPOINT_ID = "^whe_[0-9a-z]{1,36}$";
    public static final String CHANGE_ID = "^chg_[0-9a-z]{1,36}$";
    /** A {@link #REFERENCE} that can stand in a path: no slash, no colon. */
    public static final String SEGMENT =
            "^(?!1[3-9][0-9]{9}$)(?![1-9][0-9]{16}[0-9Xx]$)[A-Za-z0-9][A-Za-z0-9._-]{0,63}$";

    /** A line of a CSV file. */
    public static final String CSV_LINE = "^[^\\x00-\\x1f\\x7f-\\x9f]{1,400}$";

    /** Latitude and longitude in degrees; five decimals are a metre. */
    public static final String POSITION =
            "^-?([0-8]?[0-9]([.][0-9]{1,5})?|90),-?((1[0-7]|[1-9]?)[0-9]([.][0-9]{1,5})?|180)$";

    public static final String PAYMENT_ID = "^cpm_[0-9a-z]{1,36}$";
    public static final String APPROVAL_ID = "^apv_[0-9a-z]{1,36}$";
    public static final String CASE_ID = "^rsk_[0-9a-z]{1,36}$";
    public static final String STOP_ID = "^stp_[0-9a-z]{1,36}$";
    public static final String TASK_ID = "^tsk_[0-9a-z]{1,36}$";
    public static final String EVENT_ID = "^evt_[0-9a-z]{1,36}$";
    public static final String CERTIFICATION_ID = "^crt_[0-9a-z]{1,36}$";
    /** The digest of something whole, as in Content-Digest: RFC 9530 and RFC 8941, section 3.3.5. */
    public static final String SHA_256 = "^sha-256=:[A-Za-z0-9+/]{43}=:$";

    public static final String SUITE = "^[a-z][a-z-]{1,29}$";
    public static final String REQUEST_ID = "^req_[0-9a-z]{1,36}$";
    /** Any thing that a request can be about. */
    public static final String SUBJECT_ID = "^(wkr|mdt|pyo|whe|tsk|wh|chg|cpm|dec|apv)_[0-9a-z]{1,36}$";
    /** W3C trace context: 32 hex digits. */
    public static final String TRACE_ID = "^[0-9a-f]{32}$";

    public static final String PROBLEM_CODE = "^[a-z][a-z-]{1,63}$";
    /** As `nextCursor` of a page before. */
    public static final String CURSOR = "^[A-Za-z0-9_-]{1,200}$";

    public static final String CLIENT_ID = "^[a-z0-9][a-z0-9-]{1,62}$";

    /** The largest whole number that every language's JSON reader keeps as it is, 2^53 − 1. */
    public static final long MOST_FEN = 9_007_199_254_740_991L;

    private Patterns() {}
}
