package io.tongban.sdk.fake;

/** What provinces decide: withholdings, and enrolments. */
interface Subjects {
    /** As the contract's tasks call it. */
    String kind();

    boolean has(String id);

    String partner(String id);

    String province(String id);

    /** @return false if it is settled already, and nothing changed */
    boolean apply(String id, Outcome.Step step);

    /** It waited for a person, and is on its way again. */
    void sendAgain(String id);
}
