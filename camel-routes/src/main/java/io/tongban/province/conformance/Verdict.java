package io.tongban.province.conformance;

/** What came of a check, with what was seen, in words without personal data. */
sealed interface Verdict {
    String seen();

    record Passed(String seen) implements Verdict {}

    record Failed(String seen) implements Verdict {}

    /** The profile does not offer it, or nothing at hand can bring it about. */
    record NotDriven(String seen) implements Verdict {}

    static Verdict notOffered() {
        return new NotDriven("the profile does not offer it");
    }

    static Verdict that(boolean right, String seen) {
        return right ? new Passed(seen) : new Failed(seen);
    }

    default String word() {
        if (this instanceof Passed) {
            return "passed";
        }
        return this instanceof Failed ? "FAILED" : "not driven";
    }
}
