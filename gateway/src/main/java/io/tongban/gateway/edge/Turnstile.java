package io.tongban.gateway.edge;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Lets a few requests in at a time, and the others in their order as those are answered. What waits here holds no
 * thread; how many may wait is bounded by whoever sends them here.
 */
final class Turnstile {
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private int free;

    /** @param places at least 1 */
    Turnstile(int places) {
        this.free = places;
    }

    private record Waiting(Context loop, Runnable turn) {}

    /** @param turn begins in the request's own context; its place is free again when the request is answered, or gone */
    void enter(RoutingContext request, Consumer<RoutingContext> turn) {
        Waiting entry = new Waiting(Vertx.currentContext(), () -> let(request, turn));
        synchronized (this) {
            if (free == 0) {
                waiting.add(entry);
                return;
            }
            free--;
        }
        entry.turn().run();
    }

    private void let(RoutingContext request, Consumer<RoutingContext> turn) {
        if (request.response().closed() || request.response().ended()) {
            leave();
            return;
        }
        request.addEndHandler(over -> leave());
        turn.accept(request);
    }

    private void leave() {
        Waiting next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                free++;
                return;
            }
        }
        next.loop().runOnContext(turn -> next.turn().run());
    }
}
