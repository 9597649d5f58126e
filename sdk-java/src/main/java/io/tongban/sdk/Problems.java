package io.tongban.sdk;

import io.tongban.api.problem.ProblemCatalogue;
import io.tongban.api.problem.ProblemEntry;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import io.tongban.sdk.internal.call.Target;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The gateway's catalogue of problems, which may be newer than {@link io.tongban.api.problem.ProblemType}. */
public final class Problems {
    private final Caller caller;

    Problems(Caller caller) {
        this.caller = caller;
    }

    public List<ProblemEntry> catalogue() {
        return caller.call(listing()).items();
    }

    public CompletableFuture<List<ProblemEntry>> catalogueAsync() {
        return caller.start(listing()).thenApply(ProblemCatalogue::items);
    }

    /** @param code such as {@code field-unknown} */
    public ProblemEntry get(String code) {
        return caller.call(reading(code));
    }

    public CompletableFuture<ProblemEntry> getAsync(String code) {
        return caller.start(reading(code));
    }

    private static Call<ProblemCatalogue> listing() {
        return Call.open("listProblems", "/problems", ProblemCatalogue.class);
    }

    private static Call<ProblemEntry> reading(String code) {
        return Call.open("readProblem", "/problems/" + Target.segment(code), ProblemEntry.class);
    }
}
