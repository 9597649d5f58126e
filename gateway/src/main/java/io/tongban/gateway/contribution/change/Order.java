package io.tongban.gateway.contribution.change;

/**
 * What one or more changes were asked with.
 *
 * @param reference the partner's own, or the enrolment's id of what was chosen with a registration
 * @param consentReference of the worker
 */
record Order(Origin origin, String reference, String consentReference) {
    /** The names are stored. */
    enum Origin {
        ORDER,
        REGISTRATION
    }

    static Order of(String reference, String consentReference) {
        return new Order(Origin.ORDER, reference, consentReference);
    }
}
