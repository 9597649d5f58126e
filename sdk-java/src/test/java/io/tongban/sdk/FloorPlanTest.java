package io.tongban.sdk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class FloorPlanTest {
    private static final JavaClasses SDK = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tongban.sdk");

    @Test
    void entersOnlyTheRoomsBelow() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("door")
                .definedBy("io.tongban.sdk")
                .layer("call")
                .definedBy("..sdk.internal.call..")
                .layer("access")
                .definedBy("..sdk.internal.access..")
                .layer("testing")
                .definedBy("..sdk.testing..")
                .layer("tls")
                .definedBy("..sdk.internal.tls..")
                .layer("fake")
                .definedBy("..sdk.fake..")
                .layer("error")
                .definedBy("..sdk.error..")
                .whereLayer("door")
                .mayOnlyBeAccessedByLayers("fake")
                .whereLayer("testing")
                .mayOnlyBeAccessedByLayers("fake")
                .whereLayer("fake")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("call")
                .mayOnlyBeAccessedByLayers("door", "fake")
                .whereLayer("access")
                .mayOnlyBeAccessedByLayers("door", "call")
                .whereLayer("tls")
                .mayOnlyBeAccessedByLayers("door")
                .whereLayer("error")
                .mayOnlyBeAccessedByLayers("door", "call")
                .because("a partner meets the door alone, and what is behind it may change")
                .check(SDK);
    }

    @Test
    void hasNoCircles() {
        slices().matching("io.tongban.sdk.(*)..")
                .should()
                .beFreeOfCycles()
                .because("each room can be read by itself")
                .check(SDK);
        slices().matching("io.tongban.sdk.internal.(*)..")
                .should()
                .beFreeOfCycles()
                .because("so can each room behind the door")
                .check(SDK);
    }

    @Test
    void needsFewLibraries() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.net.ssl..",
                        "io.tongban..",
                        "com.nimbusds.jose..",
                        "com.fasterxml.jackson..",
                        "org.slf4j..",
                        "org.jspecify..")
                .because("each library can clash with a version of the partner's")
                .check(SDK);
    }

    /** What is named internal may change, so nothing that a partner compiles against may name it. */
    @Test
    void showsNothingInternal() {
        List<String> shown = SDK.stream()
                .filter(type -> isPublic(type) && !type.getPackageName().contains(".internal"))
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC)
                        || unit.getModifiers().contains(JavaModifier.PROTECTED))
                .filter(unit -> unit.getRawReturnType().getPackageName().contains(".internal")
                        || unit.getRawParameterTypes().stream()
                                .anyMatch(type -> type.getPackageName().contains(".internal")))
                .map(JavaCodeUnit::getFullName)
                .toList();

        assertThat(shown).isEmpty();
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC);
    }
}
