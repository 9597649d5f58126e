package io.tongban.sandbox.chaos;

import io.tongban.sandbox.population.Platform;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One worker of the run, and what the gateway called it. */
final class Insured {
    final int index;
    final String province;
    final Platform platform;
    final String citizenNumber;
    /** AAE140 codes, three digits. */
    final List<String> kinds;
    /** Whether the province's system is none of our simulators. */
    final boolean ofOtherMake;

    volatile @Nullable String workerId;
    volatile @Nullable String mandateId;

    Insured(
            int index,
            String province,
            Platform platform,
            String citizenNumber,
            List<String> kinds,
            boolean ofOtherMake) {
        this.index = index;
        this.province = province;
        this.platform = platform;
        this.citizenNumber = citizenNumber;
        this.kinds = kinds;
        this.ofOtherMake = ofOtherMake;
    }
}
