package io.openteller.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.Capability;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.Capability.RiskClass;
import io.openteller.spi.OpentellerPlugin;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pf4j.ExtensionPoint;

/** What the plugin says of itself, against what it brings. */
public abstract class PluginContract extends PluginUnderTest {

    protected abstract OpentellerPlugin plugin();

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
}
