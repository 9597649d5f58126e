package io.tongban.sdk.fake;

/** One of them. */
record Subject(Subjects of, String id) {
    boolean apply(Outcome.Step step) {
        return of.apply(id, step);
    }
}
