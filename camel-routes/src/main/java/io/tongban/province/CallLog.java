package io.tongban.province;

/** Takes note of each exchange with a province, on the thread of the caller and in order. Must not throw. */
@FunctionalInterface
public interface CallLog {
    /** Nobody is interested. */
    CallLog NONE = call -> {};

    void called(ProvinceCall call);
}
