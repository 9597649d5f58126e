package io.tongban.gateway.delivery.dispatch;

import io.tongban.gateway.platform.outbox.Backoff;
import io.tongban.gateway.platform.outbox.Lease;
import io.tongban.gateway.platform.outbox.Next;
import io.tongban.province.ProvinceReply;

/** When to ask a province again. */
final class Pauses {
    private final Backoff backoff;

    Pauses(Backoff backoff) {
        this.backoff = backoff;
    }

    Next.Again after(Lease lease) {
        return new Next.Again(backoff.after(lease.attempt()));
    }

    /** A province that names a time is asked then; others with growing pauses. */
    Next.Again after(Lease lease, ProvinceReply reply) {
        if (reply instanceof ProvinceReply.Pending pending && pending.askAgainAt() != null) {
            return new Next.Again(backoff.after(1), pending.askAgainAt());
        }
        return after(lease);
    }
}
