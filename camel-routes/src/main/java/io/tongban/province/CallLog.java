package io.tongban.province;

/** Takes note of each exchange with a province, on the thread of the caller and in order. Must not throw. */
@FunctionalInterface
public interface CallLog {
    /** Nobody is interested. */
    CallLog NONE = call -> {};

    void called(ProvinceCall call);

    /**
     * An answer that could not be read, before {@link #called} tells of its exchange; of a database the columns as lines
     * {@code column=value} in UTF-8. It holds whatever the far side wrote, so that it is for a test system's engineer,
     * masked, and for no history. What comes later, or unasked, is told to {@link ProvinceInbox#unreadable}.
     */
    default void unreadable(byte[] answer) {}
}
