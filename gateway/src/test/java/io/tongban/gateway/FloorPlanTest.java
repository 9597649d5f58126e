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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The floor plan of the gateway: each room, and the rooms it may enter. Change it when the house changes. */
class FloorPlanTest {
    private static final String HOUSE = "io.tongban.gateway.";

    private static final Map<String, Set<String>> PLAN = new TreeMap<>(Map.ofEntries(
            // What all stand on.
            room("config"),
            room("problem", "config"),
            room("pii"),
            room("telemetry", "outbox"),
            room("tls"),
            // The way in.
            room("edge", "access", "accesslog", "config", "idempotency", "pii", "problem", "signature"),
            room("accesslog", "access"),
            room("signature", "keys", "partner", "problem"),
            room("access", "partner", "problem", "signature"),
            room("idempotency", "access", "config", "pii", "problem", "signature"),
            room("partner", "config", "keys", "problem"),
            room("keys", "pii"),
            room("agency", "access", "audit", "counter", "idempotency", "keys", "partner", "problem", "province"),
            // The domain.
            room("worker", "access", "audit", "config", "enrolment", "idempotency", "pii", "problem", "webhook"),
            room(
                    "enrolment",
                    "audit",
                    "config",
                    "counter",
                    "dispatch",
                    "outbox",
                    "pii",
                    "problem",
                    "province",
                    "spool"),
            room("mandate", "access", "audit", "config", "enrolment", "idempotency", "problem", "worker"),
            room(
                    "withholding",
                    "access",
                    "audit",
                    "config",
                    "counter",
                    "dispatch",
                    "enrolment",
                    "history",
                    "idempotency",
                    "keys",
                    "mandate",
                    "outbox",
                    "problem",
                    "province",
                    "spool",
                    "webhook",
                    "worker"),
            room("status", "access", "audit", "enrolment", "withholding", "worker"),
            room("province", "audit", "outbox", "problem"),
            room("counter", "audit", "config", "history", "outbox", "problem"),
            room("history"),
            room("spool", "pii"),
            // The way out.
            room("outbox"),
            room("dispatch", "audit", "config", "counter", "history", "outbox", "province", "telemetry"),
            room(
                    "webhook",
                    "access",
                    "audit",
                    "config",
                    "idempotency",
                    "keys",
                    "outbox",
                    "pii",
                    "problem",
                    "telemetry"),
            room("audit", "problem")));

    private static final JavaClasses GATEWAY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tongban.gateway");

    private static Map.Entry<String, Set<String>> room(String name, String... mayEnter) {
        return Map.entry(name, new TreeSet<>(Arrays.asList(mayEnter)));
    }

    /** The first name below the root package; empty for what does not belong to the house. */
    private static String roomOf(JavaClass type) {
        String name = type.getPackageName() + ".";
        return name.startsWith(HOUSE) ? name.substring(HOUSE.length()).replaceAll("\\..*", "") : "";
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
        slices().matching("io.tongban.gateway.(*)..")
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
