package io.openteller.bench.canaries;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CanariesTest {

    private static final String OWN = Canary.of("bank-1");
    private static final String OTHERS = Canary.of("bank-2");

    @ParameterizedTest
    @EnumSource(Way.class)
    void another_banks_word_is_found_on_every_way(Way way) {
        Canaries canaries = new Canaries();
        canaries.left(way, "bank-1", "{\"text\":\"For " + OTHERS + ".\"}");
        assertThat(canaries.foreign(way)).isEqualTo(1);
        assertThat(canaries.foreign()).isEqualTo(1);
        assertThat(canaries.leaks()).containsExactly(way + ": bank-1 was shown " + OTHERS);
    }

    @Test
    void a_banks_own_word_is_counted_and_is_no_leak() {
        Canaries canaries = new Canaries();
        canaries.left(Way.STREAM, "bank-1", OWN + OWN + " and " + OWN);
        assertThat(canaries.own(Way.STREAM)).isEqualTo(3);
        assertThat(canaries.bytes(Way.STREAM)).isEqualTo(3 * OWN.length() + 5);
        assertThat(canaries.foreign()).isZero();
    }

    @Test
    void whoever_runs_the_platform_must_see_nobodys_word() {
        Canaries canaries = new Canaries();
        canaries.left(Way.LOG, null, "answered " + OWN);
        assertThat(canaries.foreign(Way.LOG)).isEqualTo(1);
    }

    @Test
    void a_word_is_found_in_every_spelling_wherever_it_stands() {
        Random chance = new Random(3);
        List<UnaryOperator<String>> spellings = List.of(
                text -> text,
                text -> text.toUpperCase(Locale.ROOT),
                text -> text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1),
                text -> HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII)),
                text -> HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.US_ASCII)),
                text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII)),
                text -> Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII)));
        for (int i = 0; i < 20_000; i++) {
            String word = Canary.of("bank-" + chance.nextInt());
            for (UnaryOperator<String> spelling : spellings) {
                // Whatever is before a word and after it changes what Base64 makes of it.
                boolean isAlone = spelling.apply("xy").equals("Xy");
                String text = spelling.apply(isAlone ? word : some(chance) + word + some(chance));
                Canaries canaries = new Canaries();
                canaries.left(Way.HTTP, "bank-1", "… \"" + text + "\"");
                assertThat(canaries.foreign()).as(text).isEqualTo(1);
            }
        }
    }

    /** What happens to stand in front may begin as a word does, in any spelling. */
    @Test
    void the_beginning_of_a_word_in_front_of_one_hides_nothing() {
        for (String front : List.of("c", "cn", "cnr", "cnry", "cnry1234", "Y25y", "Y25ye", "636e7", "636e7279", "Nuc", "jbnJ5")) {
            Canaries canaries = new Canaries();
            canaries.left(Way.HTTP, "bank-1", front + OTHERS);
            assertThat(canaries.foreign()).as(front).isEqualTo(1);
        }
    }

    @Test
    void a_word_that_comes_in_pieces_is_found() {
        byte[] bytes = ("data: {\"text\":\"" + OTHERS + "\"}\n\n").getBytes(StandardCharsets.UTF_8);
        for (int cut = 1; cut < bytes.length; cut++) {
            Canaries canaries = new Canaries();
            Reading reading = canaries.reading(Way.STREAM, "bank-1");
            reading.piece(ByteBuffer.wrap(bytes, 0, cut));
            reading.piece(ByteBuffer.wrap(bytes, cut, bytes.length - cut));
            assertThat(canaries.foreign()).as("cut at " + cut).isEqualTo(1);
            assertThat(canaries.bytes(Way.STREAM)).isEqualTo(bytes.length);
        }
    }

    @Test
    void headers_do_not_grow_together_into_a_word() {
        Canaries canaries = new Canaries();
        Reading reading = canaries.reading(Way.HTTP, "bank-1");
        reading.whole(OTHERS.substring(0, 6));
        reading.whole(OTHERS.substring(6));
        assertThat(canaries.foreign()).isZero();
    }

    @Test
    void what_only_looks_like_a_word_is_none() {
        Canaries canaries = new Canaries();
        canaries.left(Way.HTTP, "bank-1", "cnry1234567x cnry123456789 CNRYABCDEFGHX 636e7279zz Y25yeQ== Y25yeTEyMzQ1 cnry");
        assertThat(canaries.foreign()).isZero();
    }

    @Test
    void a_way_on_which_nothing_was_to_be_seen_is_blind() {
        Canaries canaries = new Canaries();
        canaries.left(Way.STREAM, "bank-1", OWN);
        canaries.left(Way.HTTP, "bank-1", "nothing of interest");
        canaries.left(Way.LOG, null, "ready");
        assertThat(canaries.blind(List.of(Way.STREAM, Way.HTTP, Way.LOG, Way.METRICS)))
                .containsExactly(Way.HTTP, Way.METRICS);
    }

    @Test
    void whose_an_answer_is_is_told_by_what_it_was_asked_with() {
        assertThat(Whose.of("Bearer ws_bank-17_Zm9v")).isEqualTo("bank-17");
        assertThat(Whose.of("{\"siteKey\":\"wk_bank-2_website1\",\"locale\":\"en\"}")).isEqualTo("bank-2");
        assertThat(Whose.of("openteller_session=bank-3.Zm9v")).isEqualTo("bank-3");
        assertThat(Whose.of("")).isNull();
    }

    private static String some(Random chance) {
        StringBuilder text = new StringBuilder();
        for (int length = chance.nextInt(5); length > 0; length--) {
            text.append((char) (' ' + chance.nextInt(95)));
        }
        return text.toString();
    }
}
