package io.tongban.gateway.platform.problem;

import io.tongban.api.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** How many rows a page of a listing has. */
public final class PageLimit {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    private PageLimit() {}

    /**
     * @param asked absent for the usual one
     * @throws ProblemException header-invalid unless it is 1 to 200
     */
    public static int of(@Nullable Integer asked) {
        int limit = asked == null ? USUAL : asked;
        if (limit < 1 || limit > MOST) {
            throw new ProblemException(ProblemType.HEADER_INVALID, "limit is 1 to 200");
        }
        return limit;
    }
}
