package io.tongban.api;

/** Field names of the contract that are not in the JAX-RS API. */
public final class Headers {
    /** draft-ietf-httpapi-idempotency-key-header: names one effect; the same key brings the same answer. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    /** RFC 7240: {@code wait=5} holds the answer up to so many seconds for a final outcome. */
    public static final String PREFER = "Prefer";

    public static final String PREFERENCE_APPLIED = "Preference-Applied";
    /** Set to {@code true} on an answer that was stored for its idempotency key and is sent again. */
    public static final String IDEMPOTENT_REPLAYED = "Idempotent-Replayed";

    /** Names what shall go wrong with a request in the sandbox; production refuses it. */
    public static final String SCENARIO = "Tongban-Scenario";
    /** Where a bank asks from a counter: point, operator, session, purpose, and how the worker was identified. */
    public static final String COUNTER_CONTEXT = "Counter-Context";

    private Headers() {}
}
