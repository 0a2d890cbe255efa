package io.openteller.plugins.sandbox;

import static io.openteller.plugins.sandbox.Customer.first;
import static io.openteller.plugins.sandbox.Customer.where;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.plugins.sandbox.operations.Json;
import io.openteller.spi.Outcome;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Cards, disputes, access, codes, questions and the rest of what a customer can have done. */
class ServicesTest extends SandboxStoreTest {

    private static final String CARD = "card-tb1-1";

    private static JsonNode pounds(long minor) {
        return Customer.json("{\"minor\":" + minor + ",\"currency\":\"GBP\"}");
    }

    private static Customer later(Customer who, Duration by) {
        return who.at(Clock.offset(Clock.systemUTC(), by));
    }

    private String status(String card) {
        return where(nora().done("cards.list").path("cards"), "card", card).path("status").asText();
    }

    @Test
    void a_blocked_card_stays_blocked_until_it_is_let_go() {
        JsonNode blocked = nora().done("cards.block", "card", CARD, "reason", "LOST");
        assertThat(blocked.path("alreadyBlocked").booleanValue()).isFalse();
        assertThat(status(CARD)).isEqualTo("BLOCKED");
        JsonNode again = nora().done("cards.block", "card", CARD, "reason", "STOLEN");
        assertThat(again.path("alreadyBlocked").booleanValue()).isTrue();
        assertThat(again.path("blockedAt")).isEqualTo(blocked.path("blockedAt"));
        nora().done("cards.unblock", "card", CARD);
        assertThat(status(CARD)).isEqualTo("ACTIVE");
        nora().refused("cards.unblock", "card", CARD);
    }

    @Test
    void a_card_blocked_for_fraud_stays_so_whatever_it_was_blocked_for_before() {
        nora().done("cards.block", "card", CARD, "reason", "LOST");
        nora().done("cards.block", "card", CARD, "reason", "FRAUD");
        nora().refused("cards.unblock", "card", CARD);
        assertThat(status(CARD)).isEqualTo("BLOCKED");
    }

    @Test
    void a_card_is_replaced_when_it_is_blocked_and_once() {
        nora().refused("cards.replace", "card", CARD);
        nora().done("cards.block", "card", CARD, "reason", "LOST");
        JsonNode order = nora().done("cards.replace", "card", CARD);
        assertThat(status(CARD)).isEqualTo("REPLACED");
        JsonNode fresh = where(nora().done("cards.list").path("cards"), "last4", order.path("last4").asText());
        assertThat(fresh.path("status").asText()).isEqualTo("ACTIVE");
        assertThat(nora().done("cards.limits", "card", fresh.path("card").asText()).path("limits").size()).isEqualTo(4);
        nora().refused("cards.replace", "card", CARD);
        nora().refused("cards.unblock", "card", CARD);
        nora().refused("cards.change_pin", "card", CARD);
    }

    @Test
    void a_limit_can_be_set_up_to_the_highest() {
        JsonNode limit = where(nora().done("cards.limits", "card", CARD).path("limits"), "use", "PURCHASES");
        long highest = limit.path("highest").path("minor").asLong();
        JsonNode set = nora().done("cards.set_limit", "card", CARD, "use", "PURCHASES", "daily", pounds(highest));
        assertThat(set.path("before")).isEqualTo(limit.path("daily"));
        assertThat(where(nora().done("cards.limits", "card", CARD).path("limits"), "use", "PURCHASES").path("daily"))
                .isEqualTo(pounds(highest));
        nora().refused("cards.set_limit", "card", CARD, "use", "PURCHASES", "daily", pounds(highest + 1));
        nora().refused("cards.set_limit", "card", CARD, "use", "PURCHASES", "daily", pounds(-1));
        nora().refused("cards.set_limit", "card", CARD, "use", "PURCHASES", "daily", Json.of("minor", 1, "currency", "INR"));
    }

    @Test
    void an_entry_is_disputed_once_and_shows_it() {
        JsonNode entry = first(nora().done("transactions.match", "merchant", "lumen").path("transactions"));
        String transaction = entry.path("transaction").asText();
        assertThat(entry.path("card").asText()).isEqualTo(CARD);
        JsonNode opened = nora().done("disputes.open", "transaction", transaction, "reason", "NOT_RECOGNISED");
        JsonNode again = nora().done("disputes.open", "transaction", transaction, "reason", "DUPLICATE");
        assertThat(opened.path("alreadyOpen").booleanValue()).isFalse();
        assertThat(again.path("alreadyOpen").booleanValue()).isTrue();
        assertThat(again.path("reference")).isEqualTo(opened.path("reference"));
        assertThat(nora().done("transactions.detail", "transaction", transaction).path("disputed").booleanValue()).isTrue();
        assertThat(nora().done("disputes.status").path("disputes").size()).isEqualTo(1);
        nora().done("disputes.evidence", "dispute", opened.path("dispute").asText(), "statement", "I was at home.");
        assertThat(idris().done("disputes.status").path("disputes").isEmpty()).isTrue();
    }

    @Test
    void a_warning_is_answered_once_and_then_the_entry_is_trusted() {
        JsonNode warning = first(nora().done("fraud.warnings").path("warnings"));
        String entry = warning.path("transaction").asText();
        assertThat(nora().done("fraud.score", "transaction", entry).path("suspicious").booleanValue()).isTrue();
        assertThat(nora().done("fraud.device_check", "transaction", entry).path("knownDevice").booleanValue()).isFalse();
        assertThat(nora().done("fraud.acknowledge", "warning", warning.path("warning").asText(), "mine", true)
                        .path("released")
                        .booleanValue())
                .isTrue();
        assertThat(nora().done("fraud.warnings").path("warnings").isEmpty()).isTrue();
        assertThat(nora().done("fraud.score", "transaction", entry).path("suspicious").booleanValue()).isFalse();
        nora().refused("fraud.acknowledge", "warning", warning.path("warning").asText(), "mine", false);
    }

    @Test
    void a_lock_that_the_bank_lets_go_is_lifted_and_the_reset_is_followed() {
        JsonNode locked = nora().done("access.status");
        assertThat(locked.path("status").asText()).isEqualTo("LOCKED");
        assertThat(locked.path("autoResolvable").booleanValue()).isTrue();
        JsonNode before = nora().done("access.last_sign_in").path("at");
        nora().done("access.unlock");
        assertThat(nora().done("access.status").path("status").asText()).isEqualTo("OPEN");
        nora().refused("access.unlock");
        nora().done("access.send_reset_link");
        assertThat(nora().done("access.last_sign_in").path("at")).isEqualTo(before);
        assertThat(later(nora(), Duration.ofMinutes(1)).done("access.last_sign_in").path("at")).isNotEqualTo(before);
    }

    private String code() throws Exception {
        List<String> lines = Files.readAllLines(nora().outboxFile());
        return Pattern.compile("[0-9]{6}").matcher(Customer.json(lines.getLast()).path("text").asText()).results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
    }

    private static String wrong(String code) {
        return String.format(Locale.ROOT, "%06d", (Integer.parseInt(code) + 1) % 1_000_000);
    }

    @Test
    void a_code_is_right_once_and_three_wrong_ones_end_it() throws Exception {
        String challenge = nora().done("codes.send").path("challenge").asText();
        String code = code();
        assertThat(nora().done("codes.verify", "challenge", challenge, "code", wrong(code)))
                .isEqualTo(Json.of("result", "WRONG", "attemptsLeft", 2));
        assertThat(idris().ask("codes.verify", "challenge", challenge, "code", code)).isInstanceOf(Outcome.NotFound.class);
        assertThat(nora().done("codes.verify", "challenge", challenge, "code", code).path("result").asText()).isEqualTo("VERIFIED");
        assertThat(nora().done("codes.verify", "challenge", challenge, "code", code).path("result").asText()).isEqualTo("EXPIRED");
        String next = nora().done("codes.send").path("challenge").asText();
        String right = code();
        for (String result : List.of("WRONG", "WRONG", "TOO_MANY", "TOO_MANY")) {
            assertThat(nora().done("codes.verify", "challenge", next, "code", wrong(right)).path("result").asText()).isEqualTo(result);
        }
        assertThat(nora().done("codes.verify", "challenge", next, "code", right).path("result").asText()).isEqualTo("TOO_MANY");
    }

    @Test
    void a_code_runs_out_and_a_new_one_ends_the_one_before() throws Exception {
        String first = nora().done("codes.send").path("challenge").asText();
        String old = code();
        String second = nora().done("codes.send").path("challenge").asText();
        assertThat(nora().done("codes.verify", "challenge", first, "code", old).path("result").asText()).isEqualTo("EXPIRED");
        assertThat(later(nora(), Duration.ofMinutes(6)).done("codes.verify", "challenge", second, "code", code()).path("result").asText())
                .isEqualTo("EXPIRED");
    }

    @Test
    void nobody_is_flooded_with_codes() {
        for (int i = 0; i < 10; i++) {
            nora().done("codes.send");
        }
        nora().refused("codes.send");
    }

    private static List<JsonNode> answers(JsonNode questions, String city) {
        List<JsonNode> answers = new ArrayList<>();
        for (JsonNode question : questions) {
            String id = question.path("id").asText();
            String choice = switch (id) {
                case "joined" -> "May";
                case "city" -> city;
                default -> "1";
            };
            assertThat(question.path("choices").toString()).contains("\"" + choice + "\"");
            answers.add(Json.of("id", id, "choice", choice));
        }
        return answers;
    }

    @Test
    void questions_have_the_right_choice_among_others_and_two_tries() {
        JsonNode asked = nora().done("questions.ask");
        String challenge = asked.path("challenge").asText();
        List<JsonNode> right = answers(asked.path("questions"), "Leeds");
        assertThat(right).hasSize(3);
        assertThat(nora().done("questions.check", "challenge", challenge, "answers", right.subList(0, 2)).path("result").asText())
                .isEqualTo("WRONG");
        assertThat(nora().done("questions.check", "challenge", challenge, "answers", right).path("result").asText())
                .isEqualTo("VERIFIED");
        String other = nora().done("questions.ask").path("challenge").asText();
        nora().done("questions.check", "challenge", other, "answers", List.of());
        assertThat(nora().done("questions.check", "challenge", other, "answers", List.of()).path("result").asText())
                .isEqualTo("TOO_MANY");
    }

    @Test
    void a_changed_address_is_used_from_then_on_and_the_old_one_is_told() throws Exception {
        nora().done("profile.update", "field", "MOBILE", "value", "+44 7700 900777");
        assertThat(nora().done("profile.contact").path("mobile").asText()).isEqualTo("••• 0777");
        JsonNode told = Customer.json(Files.readAllLines(nora().outboxFile()).getLast());
        assertThat(told.path("recipient").asText()).isEqualTo("+44 7700 900101");
        assertThat(nora().done("codes.send").path("sentTo").asText()).isEqualTo("••• 0777");
        nora().refused("profile.update", "field", "EMAIL", "value", "not an address");
        nora().refused("profile.update", "field", "ALERTS", "value", "PIGEON");
        nora().done("profile.update", "field", "LANGUAGE", "value", "hi");
        assertThat(nora().done("profile.preferences").path("language").asText()).isEqualTo("hi");
    }

    @Test
    void a_reminder_is_for_a_payment_that_is_still_to_come() {
        JsonNode due = first(nora().done("payments.upcoming", "days", 92).path("dues"));
        for (JsonNode one : nora().done("payments.upcoming", "days", 92).path("dues")) {
            due = one;
        }
        String ref = Objects.requireNonNull(due).path("due").asText();
        assertThat(nora().done("payments.remind", "due", ref).path("remindsOn").asText())
                .isLessThan(due.path("dueOn").asText());
        assertThat(idris().ask("payments.remind", "due", ref)).isInstanceOf(Outcome.NotFound.class);
        assertThat(nora().ask("payments.remind", "due", ref.replaceFirst("@.*", "@2026-02-30"))).isNotInstanceOf(Outcome.Done.class);
    }

    @Test
    void another_category_stays() {
        String entry = first(nora().done("transactions.search", "merchant", "lumen").path("transactions")).path("transaction").asText();
        assertThat(nora().done("transactions.category", "transaction", entry, "category", "HEALTH").path("before").asText())
                .isEqualTo("SHOPPING");
        assertThat(nora().done("transactions.detail", "transaction", entry).path("category").asText()).isEqualTo("HEALTH");
    }
}
