package io.tongban.gateway;

import static io.tongban.gateway.FloorPlan.room;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rooms of the floors above what is contributed: the upper part of the {@link FloorPlan}. */
final class UpperFloors {
    private static final Map<String, Set<String>> ROOMS = Map.ofEntries(
            // Pages for people, over what is done at counters.
            room(
                    "console",
                    "contribution.cover",
                    "contribution.enrolment",
                    "contribution.mandate",
                    "contribution.payout",
                    "contribution.status",
                    "contribution.worker",
                    "counter.day",
                    "counter.operator",
                    "counter.payment",
                    "counter.point",
                    "delivery.province",
                    "platform.config",
                    "platform.principal",
                    "platform.problem",
                    "trust.access",
                    "trust.idempotency",
                    "trust.risk"),
            // What partners show of their programs.
            room(
                    "certification",
                    "delivery.province",
                    "edge",
                    "platform.audit",
                    "platform.config",
                    "platform.principal",
                    "platform.problem",
                    "trust.access",
                    "trust.idempotency",
                    "trust.keys",
                    "trust.requestlog",
                    "webhook"),
            // What the books of two sides say of a day.
            room(
                    "accounting.reconciliation",
                    "contribution.withholding",
                    "delivery.province",
                    "delivery.review",
                    "platform.config",
                    "platform.outbox",
                    "platform.principal",
                    "platform.problem",
                    "trust.keys"),
            // Where people stand: banks' counters and terminals, over everything that they do there.
            room(
                    "counter.day",
                    "platform.audit",
                    "platform.config",
                    "platform.principal",
                    "platform.problem",
                    "trust.access",
                    "trust.idempotency",
                    "trust.keys"),
            room(
                    "counter.approval",
                    "counter.operator",
                    "platform.audit",
                    "platform.config",
                    "platform.pii",
                    "platform.principal",
                    "platform.problem",
                    "trust.access",
                    "trust.idempotency",
                    "trust.risk",
                    "trust.signature"),
            room(
                    "counter.payment",
                    "contribution.payout",
                    "counter.approval",
                    "counter.operator",
                    "counter.point",
                    "platform.audit",
                    "platform.config",
                    "platform.problem",
                    "trust.access",
                    "trust.idempotency",
                    "trust.risk"),
            room(
                    "counter.operator",
                    "counter.point",
                    "platform.audit",
                    "platform.config",
                    "platform.pii",
                    "platform.principal",
                    "platform.problem",
                    "trust.access",
                    "trust.idempotency",
                    "trust.partner",
                    "trust.risk",
                    "trust.signature"),
            room(
                    "counter.point",
                    "platform.audit",
                    "platform.config",
                    "platform.principal",
                    "platform.problem",
                    "trust.access",
                    "trust.idempotency",
                    "trust.partner"));

    private UpperFloors() {}

    /** The whole house. */
    static Map<String, Set<String>> with(Map<String, Set<String>> lower) {
        Map<String, Set<String>> all = new TreeMap<>(lower);
        all.putAll(ROOMS);
        return all;
    }
}
