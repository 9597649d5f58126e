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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the gateway to its {@link FloorPlan}, on both levels, and to the rules of the house. */
class FloorPlanTest {
    private static final JavaClasses GATEWAY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tongban.gateway");

    @Test
    void eachFloorStandsOnThoseBelowIt() {
        List<String> wrong = FloorPlan.ROOMS.entrySet().stream()
                .flatMap(room -> room.getValue().stream()
                        .filter(entered -> !FloorPlan.floorOf(entered).equals(FloorPlan.floorOf(room.getKey())))
                        .filter(entered -> FloorPlan.heightOf(entered) <= FloorPlan.heightOf(room.getKey()))
                        .map(entered -> room.getKey() + " -> " + entered))
                .toList();
        assertThat(wrong).as("arrows upwards, or to a floor beside").isEmpty();
        assertThat(FloorPlan.ROOMS.keySet().stream().map(FloorPlan::floorOf))
                .as("a floor that nobody lives on")
                .containsOnly(FloorPlan.FLOORS.stream().flatMap(Set::stream).toArray(String[]::new));
    }

    @Test
    void everyClassLivesInAPlannedRoom() {
        Set<String> lived = GATEWAY.stream().map(FloorPlan::roomOf).collect(toCollection(TreeSet::new));
        assertThat(lived).isEqualTo(FloorPlan.ROOMS.keySet());
    }

    @Test
    void roomsEnterTheirNeighboursOnTheMapAndNoOthers() {
        Map<String, Set<String>> entered = new TreeMap<>();
        FloorPlan.ROOMS.keySet().forEach(room -> entered.put(room, new TreeSet<>()));
        GATEWAY.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .forEach(step -> {
                    String to = FloorPlan.roomOf(step.getTargetClass().getBaseComponentType());
                    String from = FloorPlan.roomOf(step.getOriginClass());
                    if (!to.isEmpty() && !to.equals(from)) {
                        entered.get(from).add(to);
                    }
                });
        assertThat(entered).as("rooms entered, against the plan").isEqualTo(FloorPlan.ROOMS);
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
        String room = FloorPlan.roomOf(target);
        return !room.isEmpty()
                && !room.equals(FloorPlan.roomOf(step.getOriginClass()))
                && !target.getPackageName().equals(FloorPlan.HOUSE + room);
    }

    @Test
    void noRoomIsEnteredInACircle() {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        String room = FloorPlan.roomOf(type);
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
