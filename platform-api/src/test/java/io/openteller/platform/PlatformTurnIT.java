package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.conversation.AppendOutcome.Appended;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.conversation.Opening;
import io.openteller.platform.conversation.TurnQueue;
import io.openteller.platform.knowledge.Adoption;
import io.openteller.platform.knowledge.Approvals;
import io.openteller.platform.knowledge.NewDocument;
import io.openteller.platform.reading.HandedFile;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import io.openteller.platform.turn.Turns;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One message straight through all rooms of the started platform. The loop is off: each test takes the steps itself. */
class PlatformTurnIT {

    private static final ApplicationContext PLATFORM = ApplicationContext.run(
            TestPlatform.settings(Map.of("openteller.turn.loop", "false")));

    private static final Opening OPENING = new Opening("WIDGET", null, null, "en", "Hello, I am an AI.");

    private final Conversations conversations = PLATFORM.getBean(Conversations.class);
    private final Turns turns = PLATFORM.getBean(Turns.class);
    private final Tenant bank = PLATFORM.getBean(Tenants.class)
            .register(new TenantSlug("p" + UUID.randomUUID().toString().substring(0, 8)), "A bank", "GBP");

    @AfterAll
    static void stop() {
        PLATFORM.close();
    }

    @Test
    void a_question_is_answered_in_the_banks_own_words_and_the_source_is_recorded() throws Exception {
        in(() -> PLATFORM.getBean(Approvals.class)
                .adopt(
                        new NewDocument(
                                "cards",
                                new HandedFile(
                                        "cards.md",
                                        "# Replacing a lost card\nA new card costs £6 and comes in 5 days."
                                                .getBytes(StandardCharsets.UTF_8),
                                        "Cards",
                                        null,
                                        null)),
                        Adoption.now("Anna Author", "Ben Approver")));
        Turn turn = said("How much does replacing a card cost?");
        assertThat(turn.reply()).isEqualTo("A new card costs £6 and comes in 5 days.");
        assertThat(turn.decision()).contains("\"CONTAIN\"", "\"rule\": \"answer-from-documents\"", "\"document\": \"cards\"", "\"version\": 1");
    }

    @Test
    void what_the_bank_has_not_written_is_not_guessed() throws Exception {
        Turn turn = said("What is the capital of Mongolia?");
        assertThat(turn.reply()).startsWith("I do not know");
        assertThat(turn.decision()).contains("\"REFUSE\"", "below-knowledge-floor");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "I didn't make this £50 payment!|DISPUTE",
        "Someone used my card in Leeds|FRAUD",
        "I LOST MY JOB and can't pay the loan|HARDSHIP",
        "my father... he passed away|BEREAVEMENT",
        "can I speak to a human?|HUMAN_REQUEST",
        "मैंने यह भुगतान नहीं किया|DISPUTE",
        "mujhe shikayat karni hai|COMPLAINT",
    })
    void what_needs_a_person_goes_to_one_on_the_first_turn(String message, String signal) throws Exception {
        Turn turn = said(message);
        assertThat(turn.decision()).contains("\"ESCALATE\"", signal);
        assertThat(in(() -> turns.accept(turn.chat(), "later", "hello?"))).isNotInstanceOf(Appended.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "What is my liability if there is fraud?",
        "How long does a transfer take?",
        "Where can I find a branch?",
        "What are the fees for using my card abroad?",
    })
    void an_ordinary_question_raises_no_signal(String message) throws Exception {
        assertThat(said(message).decision()).contains("\"signals\": []");
    }

    @Test
    void bad_input_is_named_and_nothing_is_stored() throws Exception {
        UUID chat = in(() -> conversations.open(OPENING));
        in(() -> {
            refused(ErrorCode.EMPTY_MESSAGE, () -> turns.accept(chat, "m", " \n "));
            refused(ErrorCode.EMPTY_MESSAGE, () -> turns.accept(chat, "m", "\u0000"));
            refused(ErrorCode.MESSAGE_TOO_LONG, () -> turns.accept(chat, "m", "x".repeat(4_001)));
            refused(ErrorCode.BAD_CLIENT_MESSAGE_ID, () -> turns.accept(chat, "no spaces", "hi"));
            assertThat(conversations.messages(chat, 1, 10)).isEmpty();
            return null;
        });
    }

    private static void refused(ErrorCode code, Callable<?> attempt) {
        assertThatThrownBy(attempt::call)
                .isInstanceOfSatisfying(
                        ProblemException.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private record Turn(UUID chat, String reply, String decision) {}

    private Turn said(String text) throws Exception {
        return in(() -> {
            UUID chat = conversations.open(OPENING);
            Appended appended = (Appended) turns.accept(chat, "m1", text);
            assertThat(turns.answerNext()).isTrue();
            assertThat(turns.answerNext()).isFalse();
            List<Message> messages = conversations.messages(chat, 1, 10);
            assertThat(messages).hasSize(2);
            return new Turn(
                    chat,
                    messages.getLast().text(),
                    PLATFORM.getBean(TurnQueue.class).decision(appended.turn()).orElseThrow());
        });
    }

    private <T> T in(Callable<T> work) throws Exception {
        return CurrentTenant.call(bank, work::call);
    }
}
