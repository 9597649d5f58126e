package io.tongban.sdk.internal.call;

/** A body that somebody has signed before: sent as it is. */
@SuppressWarnings("ArrayRecordComponent") // octets on their way; never compared as records
public record SignedOctets(byte[] octets) {
    /** Without the octets, which may name a person. */
    @Override
    public String toString() {
        return "SignedOctets[" + octets.length + "]";
    }
}
