package io.tongban.sdk.card;

/** Where a reader looks for the card: the {@code iType} of the standard's functions. */
public enum CardSlot {
    CONTACT,
    CONTACTLESS,
    /** Whichever is there; with two, the one in the slot. */
    EITHER_CONTACT_FIRST,
    /** Whichever is there; with two, the one on the plate. */
    EITHER_CONTACTLESS_FIRST;

    /** As drivers take it; it is in {@code codes.tsv} beside this class. */
    public int code() {
        return CardTables.slotCode(this);
    }
}
