package io.openteller.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.CallContext;
import io.openteller.spi.Capability;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.Capability.Operation;
import io.openteller.spi.Capability.RiskClass;
import io.openteller.spi.OpentellerPlugin;
import io.openteller.spi.workflow.StepCall;
import io.openteller.spi.workflow.StepProvider;
import io.openteller.spi.workflow.StepResult;
import io.openteller.testkit.PluginContract;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.pf4j.ExtensionPoint;

/** The shop keeps what holds for every plugin; a spoilt one is found. */
class ShopTest {

    abstract static class Shared extends PluginContract {

        private final OpentellerPlugin shop;
        private final StepProvider steps;

        Shared(OpentellerPlugin shop, StepProvider steps) {
            this.shop = shop;
            this.steps = steps;
        }

        @Override
        protected OpentellerPlugin plugin() {
            return shop;
        }

        @Override
        protected List<? extends ExtensionPoint> extensions() {
            return List.of(shop, steps);
        }

        @Override
        protected List<Class<? extends ExtensionPoint>> points() {
            return List.of(StepProvider.class);
        }

        @Override
        protected Map<String, String> settings() {
            return Map.of("desk", "left", "key", "some key");
        }

        @Override
        protected void restart() {}
    }

    static class Kept extends Shared {
        Kept() {
            super(new Shop(), new Clerk());
        }
    }

    @Test
    void it_keeps_the_contract() {
        assertThat(Failing.of(Kept.class)).isEmpty();
    }

    static class Incomplete extends Shared {
        Incomplete() {
            super(new Shop(), new Clerk());
        }

        @Override
        protected List<? extends ExtensionPoint> extensions() {
            return List.of(plugin());
        }
    }

    @Test
    void an_extension_that_the_index_does_not_name_is_found() {
        assertThat(Failing.of(Incomplete.class)).contains("every_interface_has_an_extension_in_the_index");
    }

    static class Once extends Shared {
        Once() {
            super(
                    new Shop() {
                        @Override
                        public List<Capability> capabilities() {
                            return List.of(Capability.of(
                                    StepProvider.class,
                                    new Operation("steps", RiskClass.READ, Assurance.ANONYMOUS, true, true),
                                    new Operation("run", RiskClass.CHANGE, Assurance.IDENTIFIED, true, false)));
                        }
                    },
                    new Clerk());
        }
    }

    @Test
    void an_effect_that_cannot_be_repeated_is_found() {
        assertThat(Failing.of(Once.class)).containsExactly("whatever_has_an_effect_can_be_repeated");
    }

    /** A clerk whose way of working a test spoils. */
    private static Clerk working(BiFunction<CallContext, StepCall, StepResult> way) {
        return new Clerk() {
            @Override
            public StepResult run(CallContext context, StepCall call) {
                return way.apply(context, call);
            }
        };
    }

    static class Counting extends Shared {
        private static int count;

        Counting() {
            super(new Shop(), working((context, call) -> StepResult.done("{\"number\": " + count++ + "}")));
        }
    }

    @Test
    void another_result_for_the_same_call_is_found() {
        assertThat(Failing.of(Counting.class)).containsExactly("the_same_call_twice_gives_the_same_result");
    }

    static class Throwing extends Shared {
        Throwing() {
            super(new Shop(), working((context, call) -> {
                String desk = context.setting("desk");
                if (desk == null || desk.isBlank()) {
                    throw new IllegalStateException("no desk");
                }
                return StepResult.refused("closed");
            }));
        }
    }

    @Test
    void an_exception_at_garbage_is_found() {
        assertThat(Failing.of(Throwing.class)).containsExactly("garbage_in_the_settings_is_a_result_and_never_an_exception");
    }

    static class Telling extends Shared {
        Telling() {
            super(new Shop(), working((context, call) -> StepResult.unavailable("no such key: " + context.setting("key"))));
        }
    }

    @Test
    void a_secret_in_a_detail_is_found() {
        assertThat(Failing.of(Telling.class)).containsExactly("no_secret_is_in_what_the_plugin_says");
    }
}
