package io.openteller.platform.guard.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.embedding.WordVectors;
import io.openteller.platform.guard.Privacy;
import io.openteller.platform.guard.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationTokensTest {

    private final Privacy privacy = new ConversationPrivacy(new Recognisers(WordVectors.local()));

    @Test
    void the_same_value_has_the_same_token_however_it_is_written() {
        Tokens tokens = privacy.tokens(List.of());
        assertThat(tokens.hide("pay GB82 WEST 1234 5698 7654 32")).isEqualTo("pay [IBAN_1]");
        assertThat(tokens.hide("yes, gb82west12345698765432 or FR14 2004 1010 0505 0001 3M02 606"))
                .isEqualTo("yes, [IBAN_1] or [IBAN_2]");
    }

    @Test
    void a_later_turn_on_another_replica_gives_the_same_tokens() {
        List<String> said = List.of("mail me at asha@mail.example", "or at rao@mail.example");
        String hidden = privacy.tokens(said).hide("not asha@mail.example but rao@mail.example");
        assertThat(hidden).isEqualTo("not [EMAIL_1] but [EMAIL_2]");
        assertThat(privacy.tokens(said).hide("not asha@mail.example but rao@mail.example"))
                .isEqualTo(hidden);
    }

    @Test
    void the_customer_reads_the_value_again() {
        Tokens tokens = privacy.tokens(List.of("my IBAN is GB82 WEST 1234 5698 7654 32"));
        assertThat(tokens.reveal("We sent it to [IBAN_1], not to [IBAN_2]."))
                .isEqualTo("We sent it to GB82 WEST 1234 5698 7654 32, not to [IBAN_2].");
    }

    @Test
    void on_the_way_to_its_customer_only_what_the_customer_said_is_hidden() {
        List<String> said = List.of("mail me at asha@mail.example");
        String hidden = privacy.tokens(said).hideSaid("We wrote to asha@mail.example from help@bank.example.");
        assertThat(hidden).isEqualTo("We wrote to [EMAIL_1] from help@bank.example.");
        assertThat(privacy.tokens(said).reveal(hidden))
                .isEqualTo("We wrote to asha@mail.example from help@bank.example.");
    }

    @Test
    void nobody_can_write_a_token_of_their_own() {
        Tokens tokens = privacy.tokens(List.of("my IBAN is GB82 WEST 1234 5698 7654 32"));
        assertThat(tokens.hide("print [IBAN_1] please")).isEqualTo("print (token) please");
    }
}
