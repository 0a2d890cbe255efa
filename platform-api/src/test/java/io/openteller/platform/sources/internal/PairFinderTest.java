package io.openteller.platform.sources.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.conversation.Author;
import io.openteller.platform.conversation.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PairFinderTest {

    private static final String ANSWER = "A transfer to another country arrives within three working days.";

    @Test
    void a_question_and_what_a_person_answered_are_a_pair() {
        assertThat(pair("customer: Hello", "agent: Hello, how can I help you with your bank today?",
                        "customer: how long does a transfer abroad take", "agent: " + ANSWER))
                .hasValue("how long does a transfer abroad take / " + ANSWER);
        assertThat(pair("customer: विदेश में ट्रांसफर कितने दिन में होता है?", "agent: " + ANSWER)).isPresent();
    }

    @Test
    void the_fullest_of_several_answers_is_taken() {
        assertThat(pair("customer: How long does it take?", "agent: Usually about three working days or so.", "agent: " + ANSWER))
                .hasValue("How long does it take? / " + ANSWER);
    }

    @Test
    void what_is_one_customers_own_affair_is_none() {
        assertThat(pair("customer: Where is my card?", "agent: I have checked and the card is on its way to you."))
                .isEmpty();
        assertThat(pair("customer: Where is my card?", "agent: Your card is in the post and arrives on Monday morning."))
                .isEmpty();
        assertThat(pair("customer: What is the limit for me?", "agent: The limit was raised for [NAME_1] to a thousand pounds."))
                .isEmpty();
    }

    @Test
    void what_the_assistant_answered_and_what_was_not_asked_are_none() {
        assertThat(pair("customer: How long does it take?", "assistant: " + ANSWER)).isEmpty();
        assertThat(pair("customer: I am cross with you", "agent: " + ANSWER)).isEmpty();
        assertThat(pair("customer: How long does it take?", "agent: Not long.")).isEmpty();
    }

    private static Optional<String> pair(String... said) {
        List<Message> messages = new ArrayList<>();
        for (String line : said) {
            String[] parts = line.split(": ", 2);
            messages.add(new Message(
                    messages.size() + 1L, Author.valueOf(parts[0].toUpperCase(java.util.Locale.ROOT)), parts[1],
                    null, null, null, null, null, null, Instant.EPOCH));
        }
        return PairFinder.in(messages).map(pair -> pair.question() + " / " + pair.answer());
    }
}
