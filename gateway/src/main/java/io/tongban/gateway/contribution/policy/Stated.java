package io.tongban.gateway.contribution.policy;

/** What an entry says. Five states that are never taken for each other. */
public sealed interface Stated {
    record Value(RuleValue value) implements Stated {}

    /** Nothing is to be paid, because the law says so. */
    record ZeroByLaw() implements Stated {}

    /** There is no such thing here. */
    record NotApplicable() implements Stated {}

    /** There is a value, and nobody here knows it. */
    record Unknown() implements Stated {}

    /** It will have a value, which is not published yet. */
    record Announced() implements Stated {}
}
