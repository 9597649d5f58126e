package io.tongban.sandbox.province;

/** Why a province says no; each dialect has a code for each. */
public enum Refusal {
    PERSON_UNKNOWN,
    IDENTITY_MISMATCH,
    /** Under working age, a kind that the province does not take, or a month that it does not take (yet, or any more). */
    NOT_ELIGIBLE,
    /** Base outside floor and ceiling of that month, or an amount that is not the rate's share of the base. */
    AMOUNT_NOT_ALLOWED,
    PERIOD_ALREADY_PAID,
    /** To an inquiry: no such transaction. To a reversal: nothing is booked under that serial that could be taken back. */
    SERIAL_NOT_FOUND,
    /** It was taken back, or reversed before it came; it stays so. */
    REVERSED
}
