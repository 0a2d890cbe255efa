package io.openteller.spi.shape;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.openteller.spi.Experimental;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.TransactionReader;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pf4j.ExtensionPoint;

/** The form that everything in the interface has; each rule is shown to find what breaks it. */
class SpiShapeTest {

    private static final ArchRule FEW_LIBRARIES = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.pf4j..", "org.jspecify..", "io.openteller.spi..");

    /** Was there before the rule; plugins only read it. To become an interface in the next major version. */
    private static final String OLDER_THAN_THE_RULE = TransactionReader.Query.class.getName();

    private static final JavaClasses COMPILED = read();

    /** Without what they name of other libraries: names are enough here, and reading those takes long. */
    private static JavaClasses read() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter().importPath(Path.of("target", "classes"));
    }

    /** Breaks every rule. */
    interface Sprawling extends ExtensionPoint {
        void one();

        void two();

        void three(Outcome.Done<String> fixed);

        void four();

        void five();

        Open six();
    }

    interface Open {}

    @Test
    void an_extension_point_has_at_most_five_methods() {
        assertThat(SpiClasses.points()).hasSizeGreaterThan(8);
        assertThat(Shape.tooMany(SpiClasses.points())).isEmpty();
        assertThat(Shape.tooMany(List.of(Sprawling.class))).containsExactly("Sprawling");
    }

    @Test
    void it_depends_on_java_pf4j_and_jspecify_alone() {
        FEW_LIBRARIES.check(COMPILED);
        JavaClasses withArchUnit = new ClassFileImporter().importClasses(SpiShapeTest.class);
        assertThatThrownBy(() -> FEW_LIBRARIES.check(withArchUnit)).isInstanceOf(AssertionError.class);
    }

    @Test
    void what_plugins_give_back_is_sealed_or_a_plain_value() {
        assertThat(Shape.openResults(SpiClasses.points())).isEmpty();
        assertThat(Shape.openResults(List.of(Sprawling.class))).containsExactly(Open.class.getName());
    }

    @Test
    void each_case_of_a_result_has_a_factory() {
        List<Class<?>> results = SpiClasses.all().stream().filter(Class::isSealed).toList();
        assertThat(results).hasSizeGreaterThan(5);
        for (Class<?> result : results) {
            assertThat(result.getPermittedSubclasses())
                    .as("cases of %s that none of its static methods makes", result.getSimpleName())
                    .allMatch(one -> isMade(result, one));
        }
        assertThat(isMade(Outcome.class, Open.class)).isFalse();
    }

    private static boolean isMade(Class<?> result, Class<?> one) {
        return COMPILED.get(result).getCodeUnits().stream()
                .filter(unit -> unit.getModifiers().contains(JavaModifier.STATIC))
                .map(JavaCodeUnit::getConstructorCallsFromSelf)
                .flatMap(Collection::stream)
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(one));
    }

    @Test
    void what_the_platform_hands_in_is_an_interface() {
        assertThat(Shape.fixedValues(SpiClasses.points())).containsOnly(OLDER_THAN_THE_RULE);
        assertThat(Shape.fixedValues(List.of(Sprawling.class))).containsExactly(Outcome.Done.class.getName());
    }

    @Test
    void every_package_says_what_may_be_null() {
        assertThat(SpiClasses.all()).allMatch(one -> one.getPackage().isAnnotationPresent(NullMarked.class));
    }

    @Test
    void what_serves_experiments_alone_is_experimental_too() {
        List<String> experimental = SpiClasses.points().stream()
                .map(Class::getPackageName)
                .distinct()
                .filter(name -> SpiClasses.points().stream()
                        .filter(point -> point.getPackageName().equals(name))
                        .allMatch(point -> point.isAnnotationPresent(Experimental.class)))
                .toList();
        assertThat(experimental).isNotEmpty();
        assertThat(SpiClasses.all())
                .filteredOn(one -> experimental.contains(one.getPackageName()) && !one.getSimpleName().equals("package-info"))
                .allMatch(one -> SpiClasses.outermost(one).isAnnotationPresent(Experimental.class));
    }

    @Test
    void every_operation_is_abstract() {
        assertThat(SpiClasses.points()).allSatisfy(point -> assertThat(
                        Arrays.stream(point.getDeclaredMethods()).filter(Method::isDefault))
                .isEmpty());
    }

    @Test
    void every_type_says_what_it_is(@TempDir Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            assertThat(Javadoc.missing(files.filter(one -> one.toString().endsWith(".java")
                            && !one.toString().endsWith("package-info.java"))))
                    .isEmpty();
        }
        Path silent = Files.writeString(folder.resolve("Silent.java"), "/** Said. */ public interface Silent { record Mute() {} }");
        assertThat(Javadoc.missing(Stream.of(silent))).containsExactly("Mute");
    }
}
