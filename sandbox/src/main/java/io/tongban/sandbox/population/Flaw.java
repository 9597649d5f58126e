package io.tongban.sandbox.population;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with a worker on purpose, and what is to come of it. */
public enum Flaw {
    NONE(Stage.NEVER, null),
    BAD_CHECKSUM(Stage.REGISTRATION, "citizen-number-checksum"),
    UNKNOWN_REGION(Stage.REGISTRATION, "citizen-number-region"),
    IMPOSSIBLE_BIRTH_DATE(Stage.REGISTRATION, "citizen-number-birth-date"),
    /** The mandate's cap is one yuan below the amount. */
    CAP_TOO_LOW(Stage.WITHHOLDING, "mandate-cap-exceeded"),
    /** To be revoked after it was granted, before the withholding. */
    MANDATE_REVOKED(Stage.WITHHOLDING, "mandate-revoked"),
    /** All is right the first time; then the month is to be withheld again under another key and reference. */
    DUPLICATE_MONTH(Stage.SECOND_WITHHOLDING, "period-already-withheld"),
    /** Only in a province that speaks GBK. */
    NAME_NOT_IN_GBK(Stage.REGISTRATION, "name-not-representable"),
    /** To be withheld under the mandate of {@link SyntheticWorker#mandateHolder()}. */
    MANDATE_OF_ANOTHER(Stage.WITHHOLDING, "mandate-of-another-worker"),
    /** Accepted by the gateway, and refused by the province. */
    BASE_BELOW_FLOOR(Stage.OUTCOME, "province-amount-not-allowed"),
    AMOUNT_ZERO(Stage.WITHHOLDING, "amount-not-positive");

    private final Stage stage;
    private final Optional<String> problemCode;

    Flaw(Stage stage, @Nullable String problemCode) {
        this.stage = stage;
        this.problemCode = Optional.ofNullable(problemCode);
    }

    /** When it comes to light. */
    public Stage stage() {
        return stage;
    }

    /** Code of the problem that is to answer it, as in the API's catalogue. */
    public Optional<String> problemCode() {
        return problemCode;
    }

    /** Whether the worker's month is nevertheless to be in the province's ledger, once. */
    public boolean isBooked() {
        return stage == Stage.NEVER || stage == Stage.SECOND_WITHHOLDING;
    }

    /** A step of the way at which a flaw comes to light. */
    public enum Stage {
        NEVER,
        REGISTRATION,
        WITHHOLDING,
        SECOND_WITHHOLDING,
        OUTCOME
    }
}
