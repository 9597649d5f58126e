package io.tongban.gateway;

import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The floors of the gateway, each standing on those below it, and its rooms, each with the rooms that it enters. Change
 * it when the house changes.
 */
final class FloorPlan {
    static final String HOUSE = "io.tongban.gateway.";

    /** From the top down. Those of one line stand side by side: none enters another. */
    static final List<Set<String>> FLOORS = List.of(
            Set.of("console"),
            Set.of("accounting", "counter", "certification"),
            Set.of("contribution"),
            Set.of("edge", "agency", "webhook"),
            Set.of("delivery", "trust"),
            Set.of("platform"));

    static final Map<String, Set<String>> ROOMS = UpperFloors.with(Map.ofEntries(
            // People and programs ask for it here.
            room(
                    "contribution.worker",
                    "contribution.enrolment",
                    "delivery.province",
                    "platform.audit",
                    "platform.config",
                    "platform.pii",
                    "platform.principal",
                    "platform.problem",
                    "trust.access",
                    "trust.idempotency",
                    "webhook"),
            room(
                    "contribution.enrolment",
                    "delivery.dispatch",
                    "delivery.province",
                    "delivery.review",
                    "delivery.spool",
                    "platform.audit",
                    "platform.config",
                    "platform.outbox",
                    "platform.pii",
                    "platform.principal",
                    "platform.problem"),
            room(
                    "contribution.mandate",
                    "contribution.enrolment",
                    "contribution.worker",
                    "delivery.province",
                    "platform.audit",
                    "platform.config",
                    "platform.principal",
                    "platform.problem",
                    "trust.access",
                    "trust.idempotency"),
            room(
                    "contribution.withholding",
                    "contribution.enrolment",
                    "contribution.mandate",
                    "contribution.worker",
                    "delivery.dispatch",
                    "delivery.history",
                    "delivery.province",
                    "delivery.review",
                    "delivery.spool",
                    "platform.audit",
                    "platform.config",
                    "platform.outbox",
                    "platform.principal",
                    "platform.problem",
                    "trust.access",
                    "trust.idempotency",
                    "trust.keys",
                    "trust.requestlog",
                    "webhook"),
            room(
                    "contribution.change",
                    "contribution.enrolment",
                    "contribution.policy",
                    "contribution.quote",
                    "contribution.withholding",
                    "contribution.worker",
                    "delivery.dispatch",
                    "delivery.province",
                    "delivery.review",
                    "delivery.spool",
                    "platform.audit",
                    "platform.config",
                    "platform.outbox",
                    "platform.pii",
                    "platform.principal",
                    "platform.problem",
                    "trust.access",
                    "trust.idempotency",
                    "webhook"),
            room(
                    "contribution.status",
                    "contribution.cover",
                    "contribution.enrolment",
                    "contribution.payout",
                    "contribution.policy",
                    "contribution.quote",
                    "contribution.withholding",
                    "contribution.worker",
                    "delivery.province",
                    "platform.audit",
                    "platform.principal",
                    "platform.problem",
                    "trust.access"),
            room(
                    "contribution.coverage",
                    "contribution.cover",
                    "contribution.enrolment",
                    "contribution.payout",
                    "contribution.policy",
                    "contribution.quote",
                    "contribution.withholding",
                    "contribution.worker",
                    "webhook"),
            // Computes, and knows neither HTTP nor SQL.
            room("contribution.cover", "contribution.enrolment", "contribution.policy"),
            room("contribution.policy", "platform.config", "platform.problem"),
            room(
                    "contribution.payout",
                    "contribution.cover",
                    "contribution.mandate",
                    "contribution.policy",
                    "contribution.quote",
                    "contribution.withholding",
                    "contribution.worker",
                    "delivery.province",
                    "platform.audit",
                    "platform.config",
                    "platform.principal",
                    "platform.problem",
                    "trust.access",
                    "trust.idempotency",
                    "trust.keys",
                    "webhook"),
            room("contribution.quote", "contribution.policy", "platform.problem"),
            // Computes as well; all it has of HTTP is its resource.
            room("contribution.advice", "contribution.policy", "contribution.quote", "platform.problem"),
            room(
                    "contribution.decline",
                    "delivery.province",
                    "platform.audit",
                    "platform.config",
                    "platform.principal",
                    "platform.problem",
                    "trust.access",
                    "trust.idempotency"),
            // The doors: requests, the agency's administration, events to partners.
            room(
                    "edge",
                    "delivery.province",
                    "platform.config",
                    "platform.pii",
                    "platform.principal",
                    "platform.problem",
                    "trust.access",
                    "trust.idempotency",
                    "trust.requestlog",
                    "trust.signature"),
            room(
                    "agency",
                    "delivery.province",
                    "delivery.review",
                    "platform.audit",
                    "platform.problem",
                    "trust.access",
                    "trust.idempotency",
                    "trust.keys",
                    "trust.partner",
                    "trust.risk"),
            room(
                    "webhook",
                    "platform.audit",
                    "platform.config",
                    "platform.outbox",
                    "platform.pii",
                    "platform.principal",
                    "platform.problem",
                    "trust.access",
                    "trust.idempotency",
                    "trust.keys"),
            // The way to a province and back.
            room(
                    "delivery.dispatch",
                    "delivery.history",
                    "delivery.province",
                    "delivery.review",
                    "platform.audit",
                    "platform.config",
                    "platform.outbox"),
            room("delivery.province", "platform.audit", "platform.outbox", "platform.principal", "platform.problem"),
            room(
                    "delivery.review",
                    "delivery.history",
                    "platform.audit",
                    "platform.config",
                    "platform.outbox",
                    "platform.principal",
                    "platform.problem"),
            room("delivery.history"),
            room("delivery.spool", "platform.pii"),
            // Who asks, and whether it is they.
            room("trust.access", "platform.principal", "platform.problem", "trust.partner", "trust.signature"),
            room("trust.signature", "platform.problem", "trust.keys", "trust.partner"),
            room("trust.partner", "platform.config", "platform.problem", "trust.keys"),
            room("trust.keys", "platform.pii"),
            // What partners asked, for themselves to see; the edge hands it in.
            room("trust.requestlog", "platform.pii", "platform.problem", "trust.access"),
            room(
                    "trust.idempotency",
                    "platform.config",
                    "platform.pii",
                    "platform.principal",
                    "platform.problem",
                    "trust.access",
                    "trust.risk",
                    "trust.signature"),
            // What the agency stops, and its rules, in the way of effects.
            room(
                    "trust.risk",
                    "platform.audit",
                    "platform.config",
                    "platform.principal",
                    "platform.problem",
                    "trust.access"),
            // What all stand on.
            room("platform.outbox", "platform.config", "platform.problem"),
            room("platform.audit", "platform.config", "platform.principal", "platform.problem"),
            room("platform.pii"),
            room("platform.principal"),
            room("platform.problem", "platform.config"),
            room("platform.config")));

    static Map.Entry<String, Set<String>> room(String name, String... mayEnter) {
        return Map.entry(name, new TreeSet<>(Arrays.asList(mayEnter)));
    }

    /** Floors that are not divided are one room each. */
    private static final Set<String> DIVIDED = ROOMS.keySet().stream()
            .filter(room -> room.contains("."))
            .map(FloorPlan::floorOf)
            .collect(toCollection(TreeSet::new));

    /** Empty for what does not belong to the house. */
    static String roomOf(JavaClass type) {
        String name = type.getPackageName() + ".";
        if (!name.startsWith(HOUSE)) {
            return "";
        }
        String[] names = name.substring(HOUSE.length()).split("\\.");
        return DIVIDED.contains(names[0]) && names.length > 1 ? names[0] + "." + names[1] : names[0];
    }

    static String floorOf(String room) {
        return room.replaceAll("\\..*", "");
    }

    static int heightOf(String room) {
        return IntStream.range(0, FLOORS.size())
                .filter(line -> FLOORS.get(line).contains(floorOf(room)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No floor holds " + room));
    }

    private FloorPlan() {}
}
