package io.tongban.province;

/** Takes note of each exchange with a province, on the thread of the caller and in order. Must not throw. */
@FunctionalInterface
public interface CallLog {
    /** Nobody is interested. */
    CallLog NONE = call -> {};

    void called(ProvinceCall call);

    /**
     * An answer that could not be read, before {@link #called} tells of its exchange; only in dialects whose answers
     * come on the caller's thread. It holds whatever the far side wrote, so that it is for a test system's engineer, masked,
     * and for no history.
     */
    default void unreadable(byte[] answer) {}
}
