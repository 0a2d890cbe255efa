package io.openteller.platform.understanding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.understanding.Mood;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoodsTest {

    private final Moods moods = new Moods();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "CALM | What is my balance?",
        "CALM | EMI KAB HAI",
        "CALM | मेरा बैलेंस कितना है",
        "WORRIED | I'm really worried about a payment",
        "WORRIED | where is my money???",
        "WORRIED | मुझे डर लग रहा है",
        "WORRIED | jaldi kuch karo",
        "UPSET | This is the third time I ask, I am fed up",
        "UPSET | WHY DOES NOBODY EVER PICK UP THE PHONE",
        "UPSET | nobody helps me",
        "UPSET | कोई सुनता नहीं, बेकार बैंक",
        "UPSET | ekdum bakwas service hai",
    })
    void the_mood_is_heard(Mood mood, String message) {
        assertThat(moods.of(message)).isEqualTo(mood);
    }
}
