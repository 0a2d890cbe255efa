package io.openteller.platform.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextEventTest {

    @Test
    void an_event_is_written_as_browsers_read_it() {
        assertThat(text(TextEvent.of("message", "7", "{\"text\":\"Grüße\"}")))
                .isEqualTo("id: 7\nevent: message\ndata: {\"text\":\"Grüße\"}\n\n");
        assertThat(text(TextEvent.of("heartbeat", "{}"))).isEqualTo("event: heartbeat\ndata: {}\n\n");
    }

    @Test
    void events_that_travel_together_stay_events_of_their_own() {
        TextEvent first = TextEvent.of("changed", "{\"what\":\"message\"}");
        TextEvent second = TextEvent.of("changed", "{\"what\":\"owner\"}");
        assertThat(text(TextEvent.together(List.of(first, second)))).isEqualTo(text(first) + text(second));
        assertThat(TextEvent.together(List.of(first))).isSameAs(first);
    }

    @Test
    void data_that_would_end_the_event_early_are_refused() {
        assertThatThrownBy(() -> TextEvent.of("message", "{}\n\nevent: message\ndata: forged"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TextEvent.of("message", "{}\revent: forged")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(TextEvent event) {
        return new String(event.written(), StandardCharsets.UTF_8);
    }
}
