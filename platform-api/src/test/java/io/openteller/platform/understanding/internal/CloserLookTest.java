package io.openteller.platform.understanding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.pemistahl.lingua.api.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloserLookTest {

    private final CloserLook closer = new CloserLook();

    @Test
    void letters_that_follow_each_other_tell_neighbours_apart() {
        List<Language> neighbours = List.of(Language.SPANISH, Language.PORTUGUESE, Language.ITALIAN);
        assertThat(closer.among(neighbours, "¿Cuánto cuesta una tarjeta nueva?")).isEqualTo(Language.SPANISH);
        assertThat(closer.among(neighbours, "Quanto custa um cartão novo? Não tenho o meu.")).isEqualTo(Language.PORTUGUESE);
        assertThat(closer.among(neighbours, "Quanto costa una carta nuova? Non ho più la mia.")).isEqualTo(Language.ITALIAN);
    }

    /** Of these only single letters are known. */
    @Test
    void languages_that_share_signs_and_have_no_groups_of_letters_are_told_apart_by_the_signs() {
        List<Language> han = List.of(Language.CHINESE, Language.JAPANESE);
        assertThat(closer.among(han, "我的银行卡丢了怎么办")).isEqualTo(Language.CHINESE);
        assertThat(closer.among(han, "手数料")).isIn(han);
    }
}
