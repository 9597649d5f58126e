package io.tongban.province.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A failure and what it was caused by. */
public final class Causes {
    /** One without an end must not hold a call. */
    private static final int LONGEST_CHAIN = 20;

    private Causes() {}

    /** The failure first, then its cause and so on; no more than 20, for a chain may lead back into itself. */
    public static List<Throwable> of(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable found = failure; found != null && chain.size() < LONGEST_CHAIN; found = found.getCause()) {
            chain.add(found);
        }
        return chain;
    }

    /** The first of this kind, which may be the failure itself. */
    public static <T extends Throwable> Optional<T> first(Throwable failure, Class<T> kind) {
        return of(failure).stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
