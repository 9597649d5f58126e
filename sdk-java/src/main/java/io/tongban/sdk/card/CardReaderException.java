package io.tongban.sdk.card;

import io.tongban.api.internal.Given;

/** A call to a reader that brought nothing; {@link #fault()} says why. Its text holds neither secret nor personal data. */
public final class CardReaderException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final CardFault fault;

    public CardReaderException(CardFault fault) {
        super(Given.value(fault, "fault").toString());
        this.fault = fault;
    }

    public CardFault fault() {
        return fault;
    }
}
