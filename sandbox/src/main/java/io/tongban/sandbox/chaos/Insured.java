package io.tongban.sandbox.chaos;

import io.tongban.sandbox.population.Platform;
import org.jspecify.annotations.Nullable;

/** One worker of the run, and what the gateway called it. */
final class Insured {
    final int index;
    final String province;
    final Platform platform;
    final String citizenNumber;
    volatile @Nullable String workerId;
    volatile @Nullable String mandateId;

    Insured(int index, String province, Platform platform, String citizenNumber) {
        this.index = index;
        this.province = province;
        this.platform = platform;
        this.citizenNumber = citizenNumber;
    }
}
