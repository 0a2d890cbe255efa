package io.openteller.platform.understanding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.understanding.Mood;
import io.openteller.platform.understanding.MoodReading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeardMoodsTest {

    private final HeardMoods moods = new HeardMoods();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "CALM | What is my balance?",
        "CALM | EMI KAB HAI",
        "CALM | मेरा बैलेंस कितना है",
        "CALM | I am not angry, only curious",
        "WORRIED | I'm really worried about a payment",
        "WORRIED | where is my money???",
        "WORRIED | मुझे डर लग रहा है",
        "WORRIED | jaldi kuch karo",
        "UPSET | This is the third time I ask, I am fed up",
        "UPSET | WHY DOES NOBODY EVER PICK UP THE PHONE",
        "UPSET | nobody helps me",
        "UPSET | कोई सुनता नहीं, बेकार बैंक",
        "UPSET | ekdum bakwas service hai",
        "UPSET | this stupid thing is useless, ridiculous",
    })
    void the_mood_is_heard(Mood mood, String message) {
        assertThat(moods.of(List.of(message)).mood()).isEqualTo(mood);
    }

    @ParameterizedTest
    @ValueSource(strings = {"useless", "damn", "Ridiculous.", "bakwas", "गुस्सा", "What a shit rate"})
    void no_single_word_makes_a_customer_upset(String message) {
        assertThat(moods.of(List.of(message)).mood()).isNotEqualTo(Mood.UPSET);
    }

    @Test
    void asking_the_same_again_and_again_does() {
        String asked = "where is my refund from the airline";
        MoodReading once = moods.of(List.of(asked));
        MoodReading twice = moods.of(List.of(asked, asked));
        MoodReading thrice = moods.of(List.of(asked, asked, "WHERE is my refund from the airline?"));
        assertThat(once.mood()).isEqualTo(Mood.CALM);
        assertThat(twice.frustration()).isBetween(once.frustration(), thrice.frustration());
        assertThat(thrice.mood()).isEqualTo(Mood.UPSET);
        assertThat(thrice.because()).contains("asked the same 3 times");
    }

    @Test
    void asking_in_other_words_is_noticed() {
        assertThat(moods.of(List.of("when will my refund arrive", "tell me when the refund will come")).because())
                .containsExactly("asked before in other words");
    }

    @Test
    void an_earlier_outburst_lingers() {
        String calm = "and what about my card";
        assertThat(moods.of(List.of("I am sick of this, you people are useless", calm)).frustration())
                .isGreaterThan(moods.of(List.of("hello", calm)).frustration());
    }

    @Test
    void only_the_last_messages_count() {
        List<String> said = List.of("I am fed up with you people", "one", "two", "three", "four", "five", "six");
        assertThat(moods.of(said).frustration()).isZero();
    }

    @Test
    void nothing_said_is_calm() {
        assertThat(moods.of(List.of())).isEqualTo(MoodReading.CALM);
        assertThat(moods.of(List.of("")).mood()).isEqualTo(Mood.CALM);
    }
}
