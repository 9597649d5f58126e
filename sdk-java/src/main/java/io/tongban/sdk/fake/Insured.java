package io.tongban.sdk.fake;

import io.tongban.api.internal.Given;
import io.tongban.api.mandate.Mandate;
import io.tongban.api.worker.Worker;

/** A worker of whom a month may be withheld; see {@link TongbanFake#insured}. */
public record Insured(Worker worker, Mandate mandate) {
    public Insured {
        worker = Given.value(worker, "worker");
        mandate = Given.value(mandate, "mandate");
    }
}
