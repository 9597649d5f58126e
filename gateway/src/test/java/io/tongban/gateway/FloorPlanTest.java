package io.tongban.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The floor plan of the gateway on two levels: the floors, each standing on those below it, and the rooms, each with the
 * rooms that it enters. Change it when the house changes.
 */
class FloorPlanTest {
    private static final String HOUSE = "io.tongban.gateway.";

    /** From the top down. Those of one line stand side by side: none enters another. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("contribution"),
            Set.of("edge", "agency", "webhook"),
            Set.of("delivery", "trust"),
            Set.of("platform"));

    private static final Map<String, Set<String>> PLAN = new TreeMap<>(Map.ofEntries(
            // People and programs ask for it here.
            room(
                    "contribution.worker",
                    "contribution.enrolment",
                    "delivery.province",
                    "platform.audit",
                    "platform.config",
                    "platform.pii",
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
                    "platform.problem"),
            room(
                    "contribution.mandate",
                    "contribution.enrolment",
                    "contribution.worker",
                    "delivery.province",
                    "platform.audit",
                    "platform.config",
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
                    "platform.problem",
                    "trust.access",
                    "trust.idempotency",
                    "trust.keys",
                    "webhook"),
            room(
                    "contribution.status",
                    "contribution.enrolment",
                    "contribution.withholding",
                    "contribution.worker",
                    "delivery.province",
                    "platform.audit",
                    "trust.access"),
            // The doors: requests, the agency's administration, events to partners.
            room(
                    "edge",
                    "platform.config",
                    "platform.pii",
                    "platform.problem",
                    "trust.access",
                    "trust.idempotency",
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
                    "trust.partner"),
            room(
                    "webhook",
                    "platform.audit",
                    "platform.config",
                    "platform.outbox",
                    "platform.pii",
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
            room("delivery.province", "platform.audit", "platform.outbox", "platform.problem"),
            room(
                    "delivery.review",
                    "delivery.history",
                    "platform.audit",
                    "platform.config",
                    "platform.outbox",
                    "platform.problem"),
            room("delivery.history"),
            room("delivery.spool", "platform.pii"),
            // Who asks, and whether it is they.
            room("trust.access", "platform.problem", "trust.partner", "trust.signature"),
            room("trust.signature", "platform.problem", "trust.keys", "trust.partner"),
            room("trust.partner", "platform.config", "platform.problem", "trust.keys"),
            room("trust.keys", "platform.pii"),
            room(
                    "trust.idempotency",
                    "platform.config",
                    "platform.pii",
                    "platform.problem",
                    "trust.access",
                    "trust.signature"),
            // What all stand on.
            room("platform.outbox"),
            room("platform.audit", "platform.problem"),
            room("platform.pii"),
            room("platform.problem", "platform.config"),
            room("platform.config")));

    private static final JavaClasses GATEWAY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tongban.gateway");

    private static Map.Entry<String, Set<String>> room(String name, String... mayEnter) {
        return Map.entry(name, new TreeSet<>(Arrays.asList(mayEnter)));
    }

    /** Floors that are not divided are one room each. */
    private static final Set<String> DIVIDED = PLAN.keySet().stream()
            .filter(room -> room.contains("."))
            .map(FloorPlanTest::floorOf)
            .collect(toCollection(TreeSet::new));

    /** Empty for what does not belong to the house. */
    private static String roomOf(JavaClass type) {
        String name = type.getPackageName() + ".";
        if (!name.startsWith(HOUSE)) {
            return "";
        }
        String[] names = name.substring(HOUSE.length()).split("\\.");
        return DIVIDED.contains(names[0]) && names.length > 1 ? names[0] + "." + names[1] : names[0];
    }

    private static String floorOf(String room) {
        return room.replaceAll("\\..*", "");
    }

    private static int heightOf(String room) {
        return IntStream.range(0, FLOORS.size())
                .filter(line -> FLOORS.get(line).contains(floorOf(room)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No floor holds " + room));
    }

    @Test
    void eachFloorStandsOnThoseBelowIt() {
        List<String> wrong = PLAN.entrySet().stream()
                .flatMap(room -> room.getValue().stream()
                        .filter(entered -> !floorOf(entered).equals(floorOf(room.getKey())))
                        .filter(entered -> heightOf(entered) <= heightOf(room.getKey()))
                        .map(entered -> room.getKey() + " -> " + entered))
                .toList();
        assertThat(wrong).as("arrows upwards, or to a floor beside").isEmpty();
        assertThat(PLAN.keySet().stream().map(FloorPlanTest::floorOf))
                .as("a floor that nobody lives on")
                .containsOnly(FLOORS.stream().flatMap(Set::stream).toArray(String[]::new));
    }

    @Test
    void everyClassLivesInAPlannedRoom() {
        Set<String> lived = GATEWAY.stream().map(FloorPlanTest::roomOf).collect(toCollection(TreeSet::new));
        assertThat(lived).isEqualTo(PLAN.keySet());
    }

    @Test
    void roomsEnterTheirNeighboursOnTheMapAndNoOthers() {
        Map<String, Set<String>> entered = new TreeMap<>();
        PLAN.keySet().forEach(room -> entered.put(room, new TreeSet<>()));
        GATEWAY.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .forEach(step -> {
                    String to = roomOf(step.getTargetClass().getBaseComponentType());
                    String from = roomOf(step.getOriginClass());
                    if (!to.isEmpty() && !to.equals(from)) {
                        entered.get(from).add(to);
                    }
                });
        assertThat(entered).as("rooms entered, against the plan").isEqualTo(PLAN);
    }

    @Test
    void roomsAreEnteredByTheirDoor() {
        Set<String> aroundTheDoor = GATEWAY.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(FloorPlanTest::passesByTheDoor)
                .map(Dependency::getDescription)
                .collect(toCollection(TreeSet::new));
        assertThat(aroundTheDoor)
                .as("deeper packages are a room's own; only its root package is its door")
                .isEmpty();
    }

    private static boolean passesByTheDoor(Dependency step) {
        JavaClass target = step.getTargetClass().getBaseComponentType();
        String room = roomOf(target);
        return !room.isEmpty()
                && !room.equals(roomOf(step.getOriginClass()))
                && !target.getPackageName().equals(HOUSE + room);
    }

    @Test
    void noRoomIsEnteredInACircle() {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        String room = roomOf(type);
                        return room.isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(room);
                    }

                    @Override
                    public String getDescription() {
                        return "rooms";
                    }
                })
                .should()
                .beFreeOfCycles()
                .because("a room that needs its own visitor cannot be understood, tested or changed alone")
                .check(GATEWAY);
    }

    @Test
    void wireTypesStopAtResourceAndMapper() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Resource")
                .and()
                .haveSimpleNameNotEndingWith("Mapper")
                .and()
                .resideOutsideOfPackages(
                        "..agency..", "..audit..", "..webhook..", "..partner..", "..keys..", "..access..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are records of the contract",
                        type -> type.getPackageName().startsWith("io.tongban.api.")
                                && !type.getPackageName().equals("io.tongban.api.problem")))
                .because(
                        "the domain must be able to change without the contract. The register, its agency, the keys and"
                                + " the audit are administered in the contract's own terms, and a webhook's event is a document"
                                + " of the contract")
                .check(GATEWAY);
    }

    @Test
    void timeComesFromTheInjectedClock() {
        Set<Class<?>> clocks = Set.of(
                Clock.class,
                Instant.class,
                LocalDate.class,
                LocalDateTime.class,
                OffsetDateTime.class,
                YearMonth.class,
                ZonedDateTime.class);
        noClasses()
                .that()
                .resideOutsideOfPackage("..config..")
                .should()
                .callMethodWhere(
                        DescribedPredicate.describe("asks the system's clock", call -> asksTheSystem(call, clocks)))
                .because("a test must be able to set the time, and there is one time in the house")
                .check(GATEWAY);
    }

    private static boolean asksTheSystem(JavaCall<?> call, Set<Class<?>> clocks) {
        boolean clock = clocks.stream().anyMatch(type -> call.getTargetOwner().isEquivalentTo(type));
        String name = call.getName();
        boolean withoutClock =
                call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        return clock && withoutClock && (name.equals("now") || name.startsWith("system"))
                || name.equals("currentTimeMillis");
    }

    @Test
    void storesAreSeenByTheirRoomAlone() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Store")
                .should()
                .bePackagePrivate()
                .because("another room's tables are entered by its door")
                .check(GATEWAY);
    }
}
