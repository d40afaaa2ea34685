package org.claimgate.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plan of the house, held by the build. */
class ArchitectureTest {

    /** The steps of the flow: they meet in the ledger, never in each other. */
    private static final Set<String> STEPS = Set.of(
            "Intake",
            "Inquiry",
            "Submission",
            "Delivery",
            "Pickup",
            "Interpretation",
            "Deadlines",
            "Acts",
            "Publication");

    private static JavaClasses classes;

    @BeforeAll
    static void importClasses() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.claimgate");
    }

    static List<Room> rooms() {
        return PackageTable.ROOMS;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rooms")
    void a_package_imports_only_what_its_row_of_the_table_allows(Room room) {
        Set<String> violations = new TreeSet<>();
        for (JavaClass type : classesOf(room)) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass imported = dependency.getTargetClass().getBaseComponentType();
                if (!imported.isPrimitive() && !room.allows(imported.getName())) {
                    violations.add(type.getSimpleName() + " imports " + imported.getName());
                }
            }
        }
        assertThat(violations)
                .as("%s may import %s and use %s", room.name(), room.rooms(), room.libraries())
                .isEmpty();
    }

    @Test
    void every_package_has_its_row_in_the_table() {
        Set<String> rooms = PackageTable.ROOMS.stream().map(Room::name).collect(Collectors.toSet());
        Set<String> packages = classes.stream()
                .map(type -> Room.roomOf(type.getName()).orElseThrow())
                .collect(Collectors.toSet());
        assertThat(rooms).containsAll(packages);
    }

    @Test
    void no_step_of_the_flow_knows_another_step() {
        Set<String> violations = new TreeSet<>();
        for (JavaClass type : classes) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass other = dependency.getTargetClass();
                if (isStep(type) && isStep(other) && outermost(type) != outermost(other)) {
                    violations.add(type.getSimpleName() + " knows " + other.getSimpleName());
                }
            }
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching("org.claimgate.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void time_comes_from_a_clock() {
        noClasses()
                .should()
                .callMethodWhere(asksTheMachineForTheTime())
                .because("time is injected as a java.time.Clock, so that deadlines are tested without waiting")
                .check(classes);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Date.class)
                .because("java.time says it better")
                .check(classes);
    }

    @Test
    void only_the_commands_write_to_standard_output() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.claimgate.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(classes);
    }

    private static DescribedPredicate<JavaCall<?>> asksTheMachineForTheTime() {
        DescribedPredicate<JavaCall<?>> now = target(name("now"))
                .and(target(rawParameterTypes(List.of())))
                .and(target(owner(isOneOf(
                        Instant.class,
                        LocalDate.class,
                        LocalDateTime.class,
                        LocalTime.class,
                        OffsetDateTime.class,
                        ZonedDateTime.class,
                        Year.class))));
        DescribedPredicate<JavaCall<?>> millis =
                target(name("currentTimeMillis")).and(target(owner(isOneOf(System.class))));
        return now.or(millis).as("ask the machine for the time");
    }

    private static DescribedPredicate<JavaClass> isOneOf(Class<?>... types) {
        Set<String> names = List.of(types).stream().map(Class::getName).collect(Collectors.toSet());
        return DescribedPredicate.describe("one of " + names, type -> names.contains(type.getName()));
    }

    private static List<JavaClass> classesOf(Room room) {
        return classes.stream()
                .filter(type -> Room.roomOf(type.getName()).orElseThrow().equals(room.name()))
                .toList();
    }

    private static boolean isStep(JavaClass type) {
        return type.getPackageName().equals("org.claimgate.flow")
                && STEPS.contains(outermost(type).getSimpleName());
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }
}
