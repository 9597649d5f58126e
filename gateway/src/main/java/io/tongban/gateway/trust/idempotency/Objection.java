package io.tongban.gateway.trust.idempotency;

import io.tongban.gateway.platform.problem.ProblemException;
import io.vertx.ext.web.RoutingContext;

/**
 * What stands against an effect, found before its key was asked: who repeats what was accepted hears that, whatever stands
 * against it by now, and everyone else is refused with this.
 */
public final class Objection {
    private static final String KEY = Objection.class.getName();

    private Objection() {}

    /** Lets the effect of this exchange be refused, unless its key has an answer. */
    public static void raise(RoutingContext context, ProblemException refused) {
        context.put(KEY, refused);
    }

    /** @throws ProblemException the one that was raised, if any */
    static void check(RoutingContext context) {
        ProblemException refused = context.get(KEY);
        if (refused != null) {
            throw refused;
        }
    }
}
