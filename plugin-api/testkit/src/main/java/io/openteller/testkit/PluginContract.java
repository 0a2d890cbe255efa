package io.openteller.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.openteller.spi.Capability;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.Capability.RiskClass;
import io.openteller.spi.OpentellerPlugin;
import io.openteller.spi.Outcome;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.pf4j.ExtensionPoint;

/**
 * What the plugin says of itself, against what it brings; and what holds for every operation of every plugin. Operations are
 * called with made-up references and texts.
 */
public abstract class PluginContract extends PluginUnderTest {

    /** Nothing is measured by it: it ends a test that would hang. */
    private static final Duration HANGS = Duration.ofSeconds(30);

    protected abstract OpentellerPlugin plugin();

    /** One object of each extension class, as the platform finds them: by the index that PF4J's annotation processor wrote. */
    protected List<? extends ExtensionPoint> extensions() {
        return Operations.indexed(plugin().getClass());
    }

    /** The interfaces of the platform that the plugin implements, without its own description. */
    protected abstract List<Class<? extends ExtensionPoint>> points();

    @Test
    void every_interface_is_described_with_every_one_of_its_operations() {
        assertThat(plugin().capabilities())
                .extracting(Capability::name)
                .containsExactlyInAnyOrderElementsOf(
                        points().stream().map(Class::getSimpleName).toList());
        for (Class<? extends ExtensionPoint> point : points()) {
            assertThat(operations(point)).containsExactlyInAnyOrderElementsOf(methods(point));
        }
    }

    private List<String> operations(Class<? extends ExtensionPoint> point) {
        return plugin().capabilities().stream()
                .filter(capability -> capability.name().equals(point.getSimpleName()))
                .flatMap(capability -> capability.operations().stream())
                .map(Capability.Operation::name)
                .toList();
    }

    private static List<String> methods(Class<? extends ExtensionPoint> point) {
        return Arrays.stream(point.getDeclaredMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .map(Method::getName)
                .toList();
    }

    @Test
    void nothing_is_done_for_somebody_unknown() {
        assertThat(plugin().capabilities())
                .flatExtracting(Capability::operations)
                .filteredOn(operation -> operation.risk() != RiskClass.READ)
                .allMatch(operation -> operation.assurance() != Assurance.ANONYMOUS);
    }

    @Test
    void settings_are_described_by_a_schema_that_takes_nothing_else() {
        assertThat(plugin().settingsSchema())
                .contains("https://json-schema.org/draft/2020-12/schema", "\"additionalProperties\": false");
        assertThat(settings().keySet()).allSatisfy(name -> assertThat(plugin().settingsSchema())
                .contains("\"" + name + "\""));
    }

    @Test
    void with_good_settings_the_check_says_so() {
        assertThat(plugin().check(call()).up()).isTrue();
    }

    @Test
    void without_settings_the_check_says_what_is_missing_instead_of_failing() {
        OpentellerPlugin.Health health =
                plugin().check(new TestCall(bank, "check", Instant.now().plusSeconds(60), Map.of()));
        assertThat(health.up()).isFalse();
        assertThat(health.detail()).contains("setting");
    }

    @Test
    void every_interface_has_an_extension_in_the_index() {
        assertThat(points()).allSatisfy(point -> assertThat(extensions()).hasAtLeastOneElementOfType(point));
        assertThat(extensions()).hasAtLeastOneElementOfType(OpentellerPlugin.class);
    }

    @Test
    void whatever_has_an_effect_can_be_repeated() {
        assertThat(plugin().capabilities())
                .flatExtracting(Capability::operations)
                .filteredOn(operation -> operation.risk() != RiskClass.READ)
                .allMatch(Capability.Operation::idempotent, "says that it is idempotent");
    }

    @Test
    void the_same_call_twice_gives_the_same_result() {
        for (Operations.Operation operation : operations()) {
            if (has(operation, Capability.Operation::idempotent)) {
                Object first = operation.call(call("twice-" + operation.name()));
                Object second = operation.call(call("twice-" + operation.name()));
                assertThat(withoutTime(second)).as(operation.name()).isEqualTo(withoutTime(first));
            }
        }
    }

    @Test
    void garbage_in_the_settings_is_a_result_and_never_an_exception() {
        for (Map<String, String> garbage : Garbage.of(settings(), plugin().settingsSchema())) {
            TestCall call = new TestCall(bank, "garbage", Instant.now().plusSeconds(5), garbage);
            assertThatCode(() -> plugin().check(call)).as("check").doesNotThrowAnyException();
            operations().forEach(operation -> operation.call(call));
        }
    }

    @Test
    void no_secret_is_in_what_the_plugin_says() {
        for (String secret : Garbage.secrets(plugin().settingsSchema())) {
            for (String value : List.of("secretword0123456789", "secretword\u0000", "secretword with blanks", "secretword: \u00e4")) {
                Map<String, String> settings = new HashMap<>(settings());
                settings.put(secret, value);
                TestCall call = new TestCall(bank, "secret", Instant.now().plusSeconds(5), settings);
                assertThat(plugin().check(call).toString()).doesNotContain("secretword");
                operations().forEach(operation ->
                        assertThat(operation.call(call).toString()).as(operation.name()).doesNotContain("secretword"));
            }
        }
    }

    @Test
    void a_call_that_comes_too_late_comes_back() {
        TestCall late = new TestCall(bank, "late", Instant.now().minusSeconds(1), settings());
        assertTimeoutPreemptively(HANGS, () -> {
            assertThat(plugin().check(late)).isNotNull();
            operations().forEach(operation -> operation.call(late));
        });
    }

    @Test
    void a_call_that_nobody_waits_for_comes_back() {
        for (Operations.Operation operation : operations()) {
            assertTimeoutPreemptively(HANGS, () -> {
                Thread.currentThread().interrupt();
                operation.call(call("gone"));
            });
        }
    }

    private List<Operations.Operation> operations() {
        return Operations.of(extensions(), points());
    }

    private boolean has(Operations.Operation operation, Predicate<Capability.Operation> property) {
        return plugin().capabilities().stream()
                .filter(capability -> capability.name().equals(operation.point().getSimpleName()))
                .flatMap(capability -> capability.operations().stream())
                .filter(one -> one.risk() != RiskClass.READ)
                .filter(one -> one.name().equals(operation.method().getName()))
                .anyMatch(property);
    }

    /** When the bank's system knew it may be another moment. */
    private static Object withoutTime(Object result) {
        return result instanceof Outcome.Done<?> done ? done.value() : result;
    }
}
