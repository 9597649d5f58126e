package io.tongban.province;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FloorPlanTest {
    private static final String DOOR = "io.tongban.province";
    /** Each room, and the rooms that it may enter; a room is entered by its root package only. */
    private static final Map<String, Set<String>> PLAN = Map.ofEntries(
            Map.entry("", Set.of()),
            Map.entry("dated", Set.of("")),
            Map.entry("profile", Set.of("", "dated")),
            Map.entry("dialect", Set.of("", "profile")),
            Map.entry("dialect.exchangedb", Set.of("", "profile", "dialect")),
            Map.entry("dialect.file", Set.of("", "profile", "dialect")),
            Map.entry("dialect.queue", Set.of("", "profile", "dialect")),
            Map.entry("dialect.rest", Set.of("", "dated", "profile", "dialect")),
            Map.entry("dialect.soap", Set.of("", "profile", "dialect")),
            Map.entry("dialect.tcp", Set.of("", "profile", "dialect")),
            Map.entry("delivery", Set.of("", "dated", "profile", "dialect")),
            Map.entry("conformance", Set.of("", "profile", "workbench")),
            // It tries a profile at the codecs themselves, and asks what the delivery makes of an answer.
            Map.entry("workbench", Set.of("", "dated", "profile", "dialect", "delivery")));
    /** The one class that puts the house together. */
    private static final String BUILDER = DOOR + ".ProvinceRoutes";

    private static final JavaClasses CLASSES = imported();

    private static JavaClasses imported() {
        // Whom our classes know is all that matters here, not what Camel and CXF are made of.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(DOOR);
    }

    @Test
    void everyClassLivesInAPlannedRoomAndEntersOnlyPlannedOnes() {
        Set<String> trespasses = new TreeSet<>();
        for (JavaClass from : CLASSES) {
            if (!from.getName().startsWith(BUILDER)) {
                from.getDirectDependenciesFromSelf().forEach(dependency -> check(dependency, trespasses));
            }
        }

        assertThat(trespasses).isEmpty();
        assertThat(CLASSES).extracting(type -> room(type.getPackageName())).isSubsetOf(PLAN.keySet());
    }

    @Test
    void theModuleKnowsNoFrameworkOfTheGateway() {
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta.ws.rs..", "jakarta.enterprise..", "io.tongban.api..")
                .because("the gateway knows the routes, not the other way round")
                .check(CLASSES);
    }

    @Test
    void timeComesFromAClock() {
        for (String clock : List.of("java.time.Instant", "java.time.LocalDateTime", "java.time.LocalDate")) {
            ArchRuleDefinition.noClasses()
                    .should()
                    .callMethod(clock, "now")
                    .because("a test must be able to say what time it is")
                    .check(CLASSES);
        }
        ArchRuleDefinition.noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    private static void check(Dependency dependency, Set<String> trespasses) {
        String target = dependency.getTargetClass().getPackageName();
        if (target.equals(DOOR) || target.startsWith(DOOR + ".")) {
            String from = room(dependency.getOriginClass().getPackageName());
            String to = room(target);
            if (!from.equals(to) && !PLAN.getOrDefault(from, Set.of()).contains(to)) {
                trespasses.add(dependency.getDescription());
            }
        }
    }

    private static String room(String packageName) {
        return packageName.equals(DOOR) ? "" : packageName.substring(DOOR.length() + 1);
    }
}
