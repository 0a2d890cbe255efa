package io.openteller.procedures.machine;

import static io.openteller.procedures.machine.Procedures.blockCard;
import static io.openteller.procedures.machine.Procedures.definition;
import static io.openteller.procedures.machine.Procedures.end;
import static io.openteller.procedures.machine.Procedures.nodes;
import static io.openteller.procedures.machine.Procedures.setLimit;
import static io.openteller.procedures.machine.Procedures.start;
import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.Node.Edge;
import io.openteller.procedures.definition.VariableType.Kind;
import io.openteller.procedures.machine.RunState.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {

    private final BankInMind bank = new BankInMind();
    private final Procedures procedures =
            Procedures.of(setLimit(), blockCard()).startedBy("lost_or_stolen_card", "block-card");

    private Transcript chat(String language, String... messages) {
        Transcript chat = Transcript.begin(procedures.machine(), bank.speaking(language), start("set-limit", language));
        for (String message : messages) {
            chat.says(message);
        }
        return chat;
    }

    private static RunState.Waiting waiting(Transcript chat) {
        return Objects.requireNonNull(chat.state().waiting());
    }

    private static String value(Transcript chat, String variable) {
        return chat.state().frames().getLast().variables().path(variable).toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en      | the debit one | 5,000 rupees       | today | yes
            hi      | डेबिट वाला     | ५,००० रुपये          | आज    | हाँ
            hi-Latn | debit wala    | paanch hazaar      | aaj   | haan ji
            """)
    void each_question_is_answered_in_turn(String language, String card, String amount, String day, String online) {
        Transcript chat = chat(language, card, amount, day, online);

        assertThat(chat.path()).containsExactly("list", "which", "amount", "day", "online", "sure");
        assertThat(value(chat, "amount")).isEqualTo("{\"currency\":\"INR\",\"minor\":500000}");
        assertThat(value(chat, "day")).isEqualTo("\"2026-11-21\"");
        chat.presses(true);
        assertThat(bank.performed.getLast())
                .isEqualTo("cards.set_limit/v1 {\"card\":\"c1\",\"daily\":{\"currency\":\"INR\",\"minor\":500000},\"use\":\"ONLINE\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en      | the debit one, 5000 from today
            hi      | डेबिट वाला, 5000 रुपये, आज से
            hi-Latn | debit wala, 5000 rupaye, aaj se
            """)
    void one_message_may_answer_several_questions(String language, String message) {
        Transcript chat = chat(language, message);

        assertThat(chat.path()).containsExactly("list", "which", "amount", "day", "online");
        assertThat(value(chat, "card")).isEqualTo("\"c1\"");
        assertThat(value(chat, "amount")).contains("500000");
        assertThat(value(chat, "day")).isEqualTo("\"2026-11-21\"");
        assertThat(String.join(" ", chat.told())).contains("₹5,000");
    }

    @Test
    void the_message_that_begins_it_may_answer_questions_too() {
        Transcript chat = Transcript.begin(
                procedures.machine(), bank, start("set-limit", "en", "I want a limit of 5000 on my credit card"));

        assertThat(chat.path()).containsExactly("list", "which", "amount", "day");
        assertThat(value(chat, "card")).isEqualTo("\"c2\"");
    }

    @Test
    void what_could_be_one_of_several_values_is_asked_for() {
        Transcript chat = chat("en", "the debit one, 5000 or maybe 6000");

        assertThat(chat.path()).containsExactly("list", "which", "amount");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en      | no wait, it was 5,000 not 500
            en      | sorry, I meant 5000
            en      | change the amount to 5000
            hi      | नहीं रुको, 500 नहीं 5000
            hi      | मेरा मतलब 5000 था
            hi-Latn | nahi ruko, 5000 tha, 500 nahi
            hi-Latn | galti ho gayi, 5000 rupaye
            """)
    void an_earlier_answer_is_corrected_at_a_later_question(String language, String correction) {
        Transcript chat = chat(language, "1", "500", "today", correction);

        assertThat(value(chat, "amount")).contains("500000");
        assertThat(String.join(" ", chat.told())).contains("₹5,000");
        // What was answered after it stands, and is not asked again.
        assertThat(chat.path()).endsWith("online", "amount", "day", "online");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en      | no wait, it was 5,000 not 500
            hi      | नहीं, 500 की जगह 5000
            hi-Latn | nahi, 500 ki jagah 5000
            """)
    void a_correction_at_the_confirmation_needs_a_new_yes(String language, String correction) {
        Transcript chat = chat(language, "1", "500", "today", "haan");
        String before = waiting(chat).step();
        chat.says(correction);

        assertThat(chat.path()).endsWith("sure", "amount", "day", "online", "sure");
        chat.on(new Event.Confirmed(Procedures.NOW, before, true));
        assertThat(bank.performed).noneMatch(done -> done.startsWith("cards.set_limit"));
        chat.presses(true);
        assertThat(bank.performed.getLast()).contains("500000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en      | no wait, the credit card
            en      | not the debit card, the credit one
            en      | actually the other card
            hi      | नहीं रुको, क्रेडिट कार्ड
            hi      | दूसरा वाला कार्ड
            hi-Latn | nahi nahi, credit wala
            hi-Latn | mera matlab dusra wala
            """)
    void another_choice_is_taken_instead(String language, String message) {
        Transcript chat = chat(language, "1", "500");
        chat.says(message);

        assertThat(value(chat, "card")).isEqualTo("\"c2\"");
        assertThat(chat.path()).endsWith("which", "amount", "day");
        assertThat(value(chat, "amount")).contains("50000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en      | sorry, wrong amount
            hi      | रकम गलत है
            hi-Latn | rakam galat hai
            """)
    void an_answer_that_is_only_said_to_be_wrong_is_asked_for_again(String language, String message) {
        Transcript chat = chat(language, "1", "500", message);

        assertThat(chat.path()).endsWith("amount", "day", "amount");
        assertThat(value(chat, "amount")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en      | go back
            hi      | पीछे जाओ
            hi-Latn | peeche jao
            """)
    void going_back_asks_the_question_before(String language, String message) {
        assertThat(chat(language, "1", "500", message).path()).endsWith("amount", "day", "amount");
        assertThat(chat(language, message).path()).containsExactly("list", "which");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en      | no wait, it was 5,000 not 500
            hi      | नहीं रुको, 500 नहीं 5000
            hi-Latn | nahi ruko, 5000 tha, 500 nahi
            """)
    void what_was_done_is_never_undone_but_a_person_goes_on(String language, String correction) {
        Transcript chat = chat(language, "1", "500", "today", "haan").presses(true);
        int done = bank.performed.size();
        chat.says(correction);

        assertThat(chat.state().status()).isEqualTo(Status.HANDED_OVER);
        assertThat(chat.told()).hasSize(2);
        assertThat(bank.performed).hasSize(done);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en      | no, I meant the credit card
            hi      | नहीं रुको, क्रेडिट कार्ड
            hi-Latn | mera matlab credit wala
            """)
    void an_answer_given_in_another_procedure_that_is_over_is_corrected_there(String language, String correction) {
        Node.Answer card = new Node.Answer(
                Procedures.plain(Kind.TEXT), List.of(), "cards.cards",
                Procedures.wording("${it.kind} ${it.last4}", "${it.kind == 'debit' ? 'डेबिट' : 'क्रेडिट'} ${it.last4}", "${it.kind} ${it.last4}"), "it.card");
        Definition choose = definition("choose", "list", nodes(
                "list", Procedures.operate("cards.list/v1", Map.of(), "cards", "which"),
                "which", new Node.Ask(Procedures.wording("Which?"), card, "card", 3, null, "chosen", Map.of()),
                "chosen", new Node.End(null, Node.End.Outcome.DONE)));
        Definition outer = definition("outer", "choose", nodes(
                "choose", new Node.Subflow("choose", Map.of(), Map.of("card", "card"), "why", Map.of()),
                "why", Procedures.ask("How much?", Kind.MONEY, "amount", "bye")));
        Transcript chat = Transcript.begin(
                Procedures.of(outer, choose).machine(), bank.speaking(language), start("outer", language));
        chat.says("1").says(correction);

        assertThat(value(chat, "card")).isEqualTo("\"c2\"");
        assertThat(chat.state().path()).containsExactly(
                "outer/choose", "choose/list", "choose/which", "choose/chosen", "outer/why",
                "choose/which", "choose/chosen", "outer/why");
        assertThat(chat.state().frames()).hasSize(1);
        assertThat(chat.says("go back").state().path()).endsWith("choose/which");
        assertThat(chat.says("1").says("500").state().status()).isEqualTo(Status.FINISHED);
    }

    @Test
    void a_story_with_something_wrong_in_it_is_a_story() {
        Transcript chat = chat("en", "1", "500", "today", "yes").presses(true);
        chat.says("because the wrong amount was charged instead of what I bought");

        assertThat(chat.state().status()).isEqualTo(Status.FINISHED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en      | forget it
            en      | no, cancel that please
            hi      | रहने दो
            hi-Latn | chhodo yaar, rehne do
            """)
    void it_is_called_off_at_any_question(String language, String message) {
        for (String[] before : new String[][] {{}, {"1"}, {"1", "500", "today"}, {"1", "500", "today", "haan"}}) {
            Transcript chat = chat(language, before).says(message);

            assertThat(chat.state().status()).isEqualTo(Status.CANCELLED);
            assertThat(chat.told()).hasSize(1);
        }
        assertThat(bank.performed).noneMatch(done -> done.startsWith("cards.set_limit"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en      | let me talk to a person
            hi      | मुझे किसी इंसान से बात करनी है
            hi-Latn | kisi insaan se baat karni hai
            """)
    void a_person_is_there_for_the_asking(String language, String message) {
        for (String[] before : new String[][] {{}, {"1"}, {"1", "500", "today"}, {"1", "500", "today", "haan"}}) {
            Transcript chat = chat(language, before).says(message);

            assertThat(chat.state().status()).isEqualTo(Status.HANDED_OVER);
            assertThat(chat.effects().getLast()).isInstanceOf(Effect.HandOver.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en      | what was the question?
            hi      | फिर से बताइए
            hi-Latn | samajh nahi aaya
            """)
    void a_question_is_said_again(String language, String message) {
        Transcript chat = chat(language);
        var first = chat.told();
        chat.says(message);

        assertThat(chat.told()).isEqualTo(first);
        assertThat(waiting(chat).attempt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en      | does it cost anything?
            hi      | इसमें कितना समय लगेगा
            hi-Latn | isme kitna time lagega
            """)
    void something_else_is_answered_and_then_the_question_stands(String language, String question) {
        Transcript chat = chat(language, "1", question);

        assertThat(chat.told()).containsExactly("(answer to: " + question + ")", waiting(chat).said());
        assertThat(waiting(chat).attempt()).isEqualTo(1);
        chat.says("500");
        assertThat(chat.path()).endsWith("amount", "day");
    }

    @Test
    void another_procedure_comes_first_and_then_this_one_goes_on() {
        Transcript chat = chat("en", "1");
        bank.intent = "lost_or_stolen_card";
        chat.says("oh no I think my card is stolen");

        assertThat(chat.state().status()).isEqualTo(Status.SET_ASIDE);
        assertThat(chat.effects().getLast()).isEqualTo(new Effect.SetAside("block-card", "oh no I think my card is stolen"));
        chat.resumes();
        assertThat(chat.state().status()).isEqualTo(Status.RUNNING);
        assertThat(chat.told()).singleElement().asString().contains("How much per day?");
        bank.intent = "";
        assertThat(chat.says("500").path()).endsWith("day");
    }

    @Test
    void an_answer_is_an_answer_whatever_it_sounds_like() {
        Transcript chat = chat("en");
        bank.intent = "lost_or_stolen_card";

        assertThat(chat.says("the credit card").path()).endsWith("which", "amount");
    }

    @Test
    void what_is_offered_in_these_words_is_chosen_whatever_else_they_mean() {
        Node.Ask ask = new Node.Ask(
                Procedures.wording("What now?"),
                new Node.Answer(
                        Procedures.plain(Kind.TEXT),
                        List.of(
                                new Node.Choice("STOP", Procedures.wording("Stop it", "रोक दो", "Rok do")),
                                new Node.Choice("PERSON", Procedures.wording("I want to talk to someone"))),
                        null, null, null),
                "what", 3, null, "done", Map.of(Edge.GAVE_UP, "person"));
        Machine machine = Procedures.of(definition("p", "ask", nodes("ask", ask, "done", end("${what}")))).machine();

        assertThat(Transcript.begin(machine, bank, start("p", "en")).says("stop it").told()).containsExactly("STOP");
        assertThat(Transcript.begin(machine, bank, start("p", "en")).says("I want to talk to someone.").told())
                .containsExactly("PERSON");
    }

    @Test
    void who_asks_for_a_person_gets_the_one_that_the_procedure_would_come_to_first() {
        Map<String, Node> nodes = nodes(
                "fraud", new Node.Handoff(Procedures.wording("Fraud."), "fraud", Map.of()),
                "ask", Procedures.ask("How much?", Kind.MONEY, "amount", "second"),
                "second", new Node.Ask(
                        Procedures.wording("Why?"),
                        new Node.Answer(Procedures.plain(Kind.TEXT), List.of(), null, null, null),
                        "why", 3, null, "fraud", Map.of(Edge.GAVE_UP, "payments")),
                "payments", new Node.Handoff(Procedures.wording("Payments."), "payments", Map.of("Amount", "amount", "Why", "why")));
        Transcript chat = Transcript.begin(Procedures.of(definition("p", "ask", nodes)).machine(), bank, start("p", "en"));
        chat.says("500").says("agent please");

        assertThat(chat.effects().getLast()).isInstanceOfSatisfying(Effect.HandOver.class, over -> {
            assertThat(over.team()).isEqualTo("payments");
            assertThat(over.facts()).containsEntry("Amount", "₹500").doesNotContainKey("Why");
        });
    }

    @Test
    void what_was_set_aside_and_never_came_back_lapses_in_silence() {
        Transcript chat = chat("en", "1");
        bank.intent = "lost_or_stolen_card";
        chat.says("my card is stolen").passes(Duration.ofDays(3));

        assertThat(chat.state().status()).isEqualTo(Status.CANCELLED);
        assertThat(chat.told()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en      | 500
            hi      | ५०० रुपये
            hi-Latn | paanch sau
            """)
    void who_comes_back_tomorrow_is_told_where_things_stand(String language, String amount) {
        Transcript chat = chat(language, "1").passes(Duration.ofHours(20)).says(amount);

        assertThat(chat.told().getFirst()).contains("How much per day?");
        assertThat(chat.path()).endsWith("amount", "day");
    }

    @Test
    void a_yes_from_yesterday_is_asked_for_again() {
        Transcript chat = chat("en", "1", "500", "today", "yes").passes(Duration.ofHours(20)).says("yes");

        assertThat(chat.path()).endsWith("sure", "sure");
        assertThat(bank.performed).noneMatch(done -> done.startsWith("cards.set_limit"));
        chat.says("yes");
        assertThat(bank.performed.getLast()).startsWith("cards.set_limit");
    }

    @Test
    void silence_ends_as_the_procedure_says() {
        Transcript chat = chat("en", "1").passes(Duration.ofDays(3));

        assertThat(chat.path()).endsWith("amount", "bye");
        assertThat(chat.state().status()).isEqualTo(Status.FINISHED);
        assertThat(chat.says("500").state().status()).isEqualTo(Status.FINISHED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en      | yes please | no thanks
            hi      | हाँ, कर दो   | नहीं
            hi-Latn | haan ji    | nahi, mat karo
            """)
    void a_confirmation_may_be_answered_in_words(String language, String yes, String no) {
        assertThat(chat(language, "1", "500", "today", "haan", no).path()).endsWith("sure", "bye");
        assertThat(bank.performed).noneMatch(done -> done.startsWith("cards.set_limit"));
        assertThat(chat(language, "1", "500", "today", "haan", yes).path()).endsWith("sure", "set", "why");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes but tomorrow", "hmm", "I guess so, if it is free", "5000", "haan par kal"})
    void what_is_no_clear_yes_is_none(String message) {
        Transcript chat = chat("en", "1", "500", "today", "yes", message);

        assertThat(bank.performed).noneMatch(done -> done.startsWith("cards.set_limit"));
        assertThat(waiting(chat).what()).isEqualTo(RunState.Waiting.For.CONFIRMATION);
    }

    @Test
    void after_three_unreadable_answers_a_person_goes_on() {
        Transcript chat = chat("en", "1", "plenty", "a lot");
        assertThat(chat.told()).singleElement().asString().contains("could not read an amount").contains("How much per day?");

        assertThat(chat.says("loads").path()).endsWith("amount", "person");
    }

    @Test
    void the_language_follows_the_customer() {
        Transcript chat = chat("en", "1");
        bank.language = "hi";

        assertThat(chat.says("मुझे 500 रुपये चाहिए").told()).containsExactly("[hi] From which day on?");
    }
}
