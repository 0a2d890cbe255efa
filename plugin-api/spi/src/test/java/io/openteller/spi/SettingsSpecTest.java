package io.openteller.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One record, and what becomes of it in a form and in a call. */
class SettingsSpecTest {

    enum Region {
        NORTH,
        SOUTH
    }

    record Example(
            @Setting(title = "Address", pattern = "^https://\\S+\"?$") String address,
            @Setting(title = "Key", secret = true, minLength = 16) String key,
            @Setting(title = "Region") Region region,
            @Setting(title = "Tries", minimum = 1, maximum = 5) long tries,
            @Setting(title = "Note") @Nullable String note,
            @Setting(title = "Verbose") boolean verbose) {}

    record Undescribed(String address) {}

    record TooComplicated(@Setting(title = "All of it") Map<String, String> everything) {}

    private static final SettingsSpec<Example> SPEC = SettingsSpec.of(Example.class, "Example");
    private static final Map<String, String> WHOLE =
            Map.of("address", "https://bank.example", "key", "0123456789abcdef", "region", "SOUTH", "tries", "3");

    @Test
    void what_may_be_null_or_is_a_switch_may_be_left_out() {
        assertThat(SPEC.schema()).contains("\"required\": [\"address\", \"key\", \"region\", \"tries\"]");
        assertThat(SPEC.read(call(WHOLE)))
                .isEqualTo(new Example("https://bank.example", "0123456789abcdef", Region.SOUTH, 3, null, false));
    }

    @Test
    void the_form_is_told_types_choices_bounds_and_secrets() {
        assertThat(SPEC.schema())
                .contains("\"key\": {\"title\": \"Key\", \"type\": \"string\", \"minLength\": 16, \"writeOnly\": true}")
                .contains("\"enum\": [\"NORTH\", \"SOUTH\"]")
                .contains("\"type\": \"integer\", \"minimum\": 1, \"maximum\": 5")
                .contains("\"pattern\": \"^https://\\\\S+\\\"?$\"")
                .contains("\"additionalProperties\": false");
    }

    record Published(@Setting(title = "Form", published = true) @Nullable String form) {}

    @Test
    void what_is_published_is_not_filled_in_by_hand() {
        assertThat(SettingsSpec.of(Published.class, "Example").schema())
                .contains("\"form\": {\"title\": \"Form\", \"type\": \"string\", \"readOnly\": true}");
    }

    record Trusting(@Setting(title = "Authorities", trusted = true) @Nullable String authorities) {}

    @Test
    void whom_a_plugin_trusts_is_marked_for_a_second_person() {
        assertThat(SettingsSpec.of(Trusting.class, "Example").schema())
                .contains("\"authorities\": {\"title\": \"Authorities\", \"type\": \"string\", \"x-second-person\": true}");
    }

    @Test
    void what_is_missing_or_cannot_be_read_is_named_without_its_value() {
        assertThatThrownBy(() -> SPEC.read(call(Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the setting address is missing");
        Map<String, String> wrong = new java.util.HashMap<>(WHOLE);
        wrong.put("tries", "many");
        assertThatThrownBy(() -> SPEC.read(call(wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the setting tries cannot be read");
    }

    @Test
    void a_record_that_a_form_cannot_ask_for_is_refused_at_once() {
        assertThatThrownBy(() -> SettingsSpec.of(Undescribed.class, "x")).hasMessageContaining("setting address");
        assertThatThrownBy(() -> SettingsSpec.of(TooComplicated.class, "x")).hasMessageContaining("setting everything");
    }

    private static CallContext call(Map<String, String> settings) {
        return new CallContext() {
            @Override
            public String bank() {
                return "harbour";
            }

            @Override
            public String callId() {
                return "call-1";
            }

            @Override
            public Instant deadline() {
                return Instant.MAX;
            }

            @Override
            public String trace() {
                return "test";
            }

            @Override
            public Http http() {
                throw new UnsupportedOperationException("settings are read without it");
            }

            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            public @Nullable String setting(String name) {
                return settings.get(name);
            }
        };
    }
}
