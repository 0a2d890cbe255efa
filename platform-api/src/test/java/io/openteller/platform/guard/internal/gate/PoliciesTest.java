package io.openteller.platform.guard.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.guard.Claim;
import io.openteller.platform.guard.Evidence;
import io.openteller.platform.guard.PersonalData;
import io.openteller.platform.guard.Reply;
import io.openteller.platform.guard.Span;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoliciesTest {

    private static final Evidence DOCUMENT =
            Evidence.passage("Savings", "", "The Direct Debit Guarantee protects you. We guarantee a reply within 2 days.");

    private final ClaimsGate gate = new ClaimsGate(new CardNumbers());

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "We guarantee that you will be approved. | PROMISE",
        "We will definitely refund the money. | PROMISE",
        "You will certainly get it back. | PROMISE",
        "You should invest in gold. | ADVICE",
        "I recommend this fund to everyone. | ADVICE",
        "Now is a good time to buy shares. | ADVICE",
        "It is your own fault that the card is gone. | TONE",
        "Congratulations on losing your card. | TONE",
        "PLEASE READ THE LETTER AGAIN!!! | TONE",
    })
    void what_nobody_may_say_for_the_bank_stays_here(String reply, Claim.Kind kind) {
        assertThat(broken(Reply.of(reply))).extracting(Claim::kind).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "The Direct Debit Guarantee protects you.",
        "We guarantee a reply within 2 days.",
        "I am sorry that this happened to you.",
        "We will look into it and come back to you.",
        "You can find the PIN in the app under Cards.",
    })
    void the_bank_s_own_words_and_plain_politeness_may_leave(String reply) {
        assertThat(broken(Reply.of(reply))).filteredOn(claim -> claim.kind().compareTo(Claim.Kind.PROMISE) >= 0).isEmpty();
    }

    @Test
    void another_bank_s_name_stays_here_unless_the_evidence_has_it() {
        Set<String> others = Set.of("Quayside Bank", "Savings");
        assertThat(broken(new Reply("Quayside Bank is nearer to you.", List.of(), others)))
                .extracting(Claim::kind)
                .containsOnly(Claim.Kind.OTHER_BANK);
        assertThat(broken(new Reply("Savings are fine.", List.of(), others))).isEmpty();
    }

    @Test
    void a_card_number_may_be_said_back_to_whom_it_came_from_and_to_nobody_else() {
        String text = "The card 4111 1111 1111 1111 is yours.";
        assertThat(broken(Reply.of(text))).extracting(Claim::kind).contains(Claim.Kind.PERSONAL_DATA);
        assertThat(broken(new Reply(text, List.of("mine is 4111111111111111"), Set.of())))
                .extracting(Claim::kind)
                .doesNotContain(Claim.Kind.PERSONAL_DATA);
    }

    @Test
    void sentences_that_stand_in_the_evidence_need_no_look_and_one_that_does_not_brings_it() {
        CardNumbers looks = new CardNumbers();
        ClaimsGate counted = new ClaimsGate(looks);
        String own = "We guarantee a reply within 2 days. The Direct Debit Guarantee protects you.";
        counted.inspectReply(Reply.of(own), List.of(DOCUMENT));
        assertThat(looks.asked).isZero();
        assertThat(counted.inspectReply(Reply.of(own + " Card 4111 1111 1111 1111."), List.of(DOCUMENT)).unsupported())
                .extracting(Claim::kind)
                .contains(Claim.Kind.PERSONAL_DATA);
        assertThat(looks.asked).isOne();
    }

    private List<Claim> broken(Reply reply) {
        return gate.inspectReply(reply, List.of(DOCUMENT)).unsupported();
    }

    /** Knows card numbers and nothing else. */
    private static final class CardNumbers implements PersonalData {

        private int asked;

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public List<Span> find(String text) {
            asked++;
            return Pattern.compile("\\d{4}(?: \\d{4}){3}")
                    .matcher(text)
                    .results()
                    .map(one -> new Span(one.start(), one.end(), "CARD", one.group().replace(" ", ""), 1))
                    .toList();
        }

        @Override
        public List<Span> candidates(String text) {
            return find(text);
        }
    }
}
