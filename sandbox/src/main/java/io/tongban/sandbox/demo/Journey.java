package io.tongban.sandbox.demo;

import io.tongban.api.mandate.Mandate;
import io.tongban.api.withholding.Withholding;
import io.tongban.api.worker.Worker;
import io.tongban.sandbox.population.SyntheticWorker;
import org.jspecify.annotations.Nullable;

/** How far one worker has come; one step after the other, each by one thread. */
final class Journey {
    final SyntheticWorker worker;
    volatile @Nullable Worker registered;
    volatile @Nullable Mandate mandate;
    volatile @Nullable Withholding withholding;
    volatile @Nullable Ending ending;
    volatile @Nullable String refusedAgain;

    Journey(SyntheticWorker worker) {
        this.worker = worker;
    }

    boolean isOver() {
        return ending != null;
    }
}
