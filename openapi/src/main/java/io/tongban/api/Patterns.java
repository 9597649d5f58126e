package io.tongban.api;

/** The shapes of the contract's strings, once. */
public final class Patterns {
    /** GB 11643: 17 digits and a check character; the check itself is made by the gateway. */
    public static final String CITIZEN_NUMBER = "^[1-9][0-9]{16}[0-9Xx]$";

    public static final String MOBILE = "^1[3-9][0-9]{9}$";
    public static final String PROVINCE = "^[1-9][0-9]$";
    /** An insurance kind with its code system, HRSS AAE140. */
    public static final String INSURANCE = "^AAE140:[0-9]{3}$";

    public static final String MONTH = "^[0-9]{4}-(0[1-9]|1[0-2])$";
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
            + "(?!.*(?<![0-9])1[3-9][0-9]{9}(?![0-9]))[^\\x00-\\x1f\\x7f]{1,500}$";

    public static final String CLIENT_ID = "^[a-z0-9][a-z0-9-]{1,62}$";

    private Patterns() {}
}
