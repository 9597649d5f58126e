package io.tongban.province;

/** A province's refusal in Tongban's words; profiles map each province's own codes to these. */
public enum RefusalReason {
    /** The province does not know this person or person number. */
    PERSON_UNKNOWN,
    /** Name and citizen number do not belong together over there. */
    IDENTITY_MISMATCH,
    /** The amount does not fit the base, or the base is outside floor and ceiling. */
    AMOUNT_NOT_ALLOWED,
    /** This month is already paid for this insurance, under another serial. */
    PERIOD_ALREADY_PAID,
    /** The province does not offer this insurance to this person. */
    NOT_ELIGIBLE,
    /** Only for an inquiry: the earlier command never arrived. */
    SERIAL_NOT_FOUND,
    /** No one could say what became of it, so it was taken back, and the province confirmed that. */
    REVERSED,
    /**
     * A final refusal for no reason above: the profile's code map says so, or nothing was sent (see
     * {@link ProvinceReply.Refused}).
     */
    OTHER;

    private final String word = Words.of(this);

    /** As metrics, histories and reports write it: {@code person-unknown}. */
    public String word() {
        return word;
    }
}
