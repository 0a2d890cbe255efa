package io.openteller.platform.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.desk.Reason;
import io.openteller.platform.routing.Route;
import io.openteller.platform.routing.Ruling;
import io.openteller.platform.routing.Snapshot;
import io.openteller.platform.routing.Snapshot.Startable;
import io.openteller.platform.understanding.IntentGuess;
import io.openteller.platform.understanding.IntentGuess.Tier;
import io.openteller.platform.understanding.Language;
import io.openteller.platform.understanding.Matter;
import io.openteller.platform.understanding.MoodReading;
import io.openteller.platform.understanding.Reading;
import io.openteller.platform.understanding.RiskSignal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcedureRulesTest {

    private static final Startable TRANSFER =
            new Startable("failed-transfer", List.of("transfer_failed"), Map.of("en", List.of("my payment failed")));
    private static final Startable CARD =
            new Startable("block-card", List.of("block_card", "lost_stolen_card"), Map.of("en", List.of("block my card")));
    private static final Startable DISPUTE =
            new Startable("dispute", List.of("unrecognised_payment"), Map.of("en", List.of("I did not make this payment")));

    @Test
    void who_has_a_matter_of_their_own_is_led_through_the_procedure() {
        assertThat(route("my transfer to Ravi is gone", "transfer_failed", Tier.B, Matter.OWN, 0.9))
                .isEqualTo(new Route.Begin("failed-transfer"));
    }

    @Test
    void who_asks_for_the_rule_is_answered_from_the_documents_first() {
        assertThat(route("when does a failed payment come back?", "transfer_failed", Tier.B, Matter.RULE, 0.9))
                .isEqualTo(new Route.AnswerFirst("failed-transfer", false));
    }

    @Test
    void where_it_is_not_clear_the_documents_are_asked_first_and_the_procedure_is_offered() {
        assertThat(route("payment failed when back", "transfer_failed", Tier.B, Matter.OWN, 0.5))
                .isEqualTo(new Route.AnswerFirst("failed-transfer", true));
    }

    @Test
    void who_asks_for_the_way_is_led_where_the_documents_have_nothing() {
        assertThat(route("how do I get a failed payment back?", "transfer_failed", Tier.B, Matter.HOWTO, 0.95))
                .isEqualTo(new Route.AnswerFirst("failed-transfer", true));
    }

    @Test
    void how_to_stop_a_card_is_not_explained_but_done() {
        assertThat(route("how do I block my card?", "block_card", Tier.B, Matter.HOWTO, 0.95))
                .isEqualTo(new Route.Begin("block-card"));
        assertThat(route("what does a new card cost?", "block_card", Tier.B, Matter.RULE, 0.95))
                .isEqualTo(new Route.AnswerFirst("block-card", false));
    }

    @Test
    void a_phrase_and_nothing_else_begins_whatever_was_guessed() {
        assertThat(route("My payment failed!", "statement", Tier.A, Matter.RULE, 0.99))
                .isEqualTo(new Route.Begin("failed-transfer"));
    }

    @Test
    void a_phrase_within_a_question_about_the_rule_is_answered() {
        assertThat(route("my payment failed, what are the rules for that?", "statement", Tier.A, Matter.RULE, 0.8))
                .isEqualTo(new Route.AnswerFirst("failed-transfer", false));
    }

    @Test
    void a_question_about_disputes_is_answered_and_needs_no_colleague() {
        assertThat(route("how long do I have to dispute a payment?", "unrecognised_payment", Tier.C, Matter.RULE, 0.9))
                .isEqualTo(new Route.AnswerFirst("dispute", false));
    }

    @Test
    void the_ruling_tells_what_was_thought_of_the_question() {
        Ruling ruling = ruling("when does a failed payment come back?", "transfer_failed", Tier.B, Matter.RULE, 0.91);

        assertThat(ruling.rule()).isEqualTo("procedure");
        assertThat(ruling.tried().getLast().why()).contains("transfer_failed", "RULE, 0.91");
    }

    @Test
    void a_stolen_card_is_stopped_before_a_colleague_is_waited_for() {
        assertThat(heard("my card was stolen", "lost_stolen_card", RiskSignal.Kind.FRAUD)).isEqualTo(new Route.Begin("block-card"));
        assertThat(heard("block my card, it was stolen", "report_fraud", RiskSignal.Kind.FRAUD))
                .isEqualTo(new Route.Begin("block-card"));
    }

    @Test
    void money_that_is_gone_because_a_transfer_failed_is_not_disputed() {
        assertThat(heard("my transfer failed and the money is gone", "transfer_failed", RiskSignal.Kind.DISPUTE))
                .isEqualTo(new Route.Begin("failed-transfer"));
        assertThat(heard("the money is gone", "balance", RiskSignal.Kind.DISPUTE)).isEqualTo(new Route.Begin("dispute"));
    }

    @Test
    void other_fraud_and_whoever_is_in_danger_go_to_a_person() {
        assertThat(heard("they talked me into sending money", "report_fraud", RiskSignal.Kind.FRAUD))
                .isEqualTo(new Route.Escalate(Reason.FRAUD));
        assertThat(heard("block my card, I want to end it all", "block_card", RiskSignal.Kind.SELF_HARM))
                .isEqualTo(new Route.Escalate(Reason.SELF_HARM));
    }

    private static Route heard(String message, String intent, RiskSignal.Kind kind) {
        Reading reading = reading(intent, Tier.B, List.of(new RiskSignal(kind, "stolen")));
        return new RuleRouter()
                .decide(new Snapshot(reading, 0, message, null, List.of(TRANSFER, CARD, DISPUTE))
                        .after(new Matter.Guess(Matter.OWN, 0.9)))
                .route();
    }

    private static Route route(String message, String intent, Tier tier, Matter matter, double confidence) {
        return ruling(message, intent, tier, matter, confidence).route();
    }

    private static Ruling ruling(String message, String intent, Tier tier, Matter matter, double confidence) {
        Reading reading = reading(intent, tier, List.of());
        Snapshot snapshot = new Snapshot(reading, 0, message, null, List.of(TRANSFER, CARD, DISPUTE))
                .after(new Matter.Guess(matter, confidence));
        return new RuleRouter().decide(snapshot);
    }

    private static Reading reading(String intent, Tier tier, List<RiskSignal> signals) {
        return new Reading(
                new Language("en", 0.99),
                new IntentGuess(intent, 0.9, tier, List.of()),
                List.of(),
                MoodReading.CALM,
                signals);
    }
}
