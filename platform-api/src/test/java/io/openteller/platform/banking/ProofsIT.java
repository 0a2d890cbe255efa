package io.openteller.platform.banking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.platform.banking.internal.proof.Attempts;
import io.openteller.platform.plugin.BuiltPlugins;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.spi.identity.OneTimeCode.Check;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Security questions of the built sandbox, and an end to guessing, on a real database. */
class ProofsIT {

    @TempDir
    static Path folder;

    private static ApplicationContext platform;
    private static SandboxBanks banks;
    private static Tenant bank;

    @BeforeAll
    static void a_bank() throws Exception {
        BuiltPlugins.copiedTo(folder.resolve("plugins"), "banking-sandbox");
        platform = Operated.sandboxed(folder);
        banks = new SandboxBanks(platform, folder);
        bank = banks.open();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void the_right_answers_prove_it_and_are_kept_nowhere() {
        Operated asha = Operated.at(platform, bank, "MB-1001").known();
        Questions.Asked asked = asked(asha);
        assertThat(asked.challenge()).startsWith("r-");
        assertThat(check(asha, asked, "Bengaluru")).isEqualTo(new Check.Verified());
        assertThat(asha.stored("SELECT i::text FROM bank_intent i")).noneMatch(row -> row.contains("Bengaluru"));
        assertThat(asha.stored("SELECT operation || ' ' || outcome FROM bank_decision WHERE operation LIKE 'questions%'"))
                .contains("questions.ask/v1 ALLOWED", "questions.check/v1 ALLOWED");
    }

    @Test
    void a_challenge_is_of_no_use_to_anybody_else() {
        Operated asha = Operated.at(platform, bank, "MB-1003").known();
        Questions.Asked asked = asked(asha);
        assertThat(answer(asha.elsewhere().known(), asked, List.of())).isInstanceOf(BankResult.Unavailable.class);
        assertThat(answer(Operated.at(platform, bank, "MB-1004").known(), asked, List.of()))
                .isInstanceOf(BankResult.Unavailable.class);
        assertThat(answer(asha.sure(Assurance.ANONYMOUS), asked, List.of())).isInstanceOf(BankResult.NeedsStepUp.class);
    }

    @Test
    void as_many_attempts_at_once_as_one_likes_are_as_many_attempts() throws Exception {
        Attempts attempts = platform.getBean(Attempts.class);
        List<Callable<Boolean>> guesses = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            guesses.add(() -> CurrentTenant.call(bank, () -> attempts.begun("MB-1010")));
        }
        int taken = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(guesses)) {
                taken += one.get() ? 1 : 0;
            }
        }
        assertThat(taken).isEqualTo(5);
        assertThat(CurrentTenant.call(bank, () -> attempts.begun("MB-1011"))).as("somebody else").isTrue();
    }

    @Test
    void after_five_wrong_answers_of_a_customer_in_whatever_conversation_none_is_taken_for_an_hour() {
        Operated rohan = Operated.at(platform, bank, "MB-1002").known();
        for (int i = 0; i < 4; i++) {
            Operated guesser = rohan.elsewhere().known();
            assertThat(answer(guesser, asked(guesser), List.of("Nowhere")))
                    .isInstanceOfSatisfying(BankResult.Done.class, done -> assertThat(done.value()).isInstanceOf(Check.Wrong.class));
        }
        Questions.Asked last = asked(rohan);
        assertThat(answer(rohan, last, List.of("Nowhere"))).isInstanceOf(BankResult.Done.class);
        long judged = checks();
        assertThat(check(rohan, last, "Pune")).as("even the right ones").isEqualTo(new Check.TooMany());
        assertThat(checks()).as("the bank is not asked any more").isEqualTo(judged);
        assertThat(CurrentTenant.<BankResult<Questions.Asked>, RuntimeException>call(
                        bank, () -> platform.getBean(Questions.class).ask(rohan.session(), "q-" + UUID.randomUUID())))
                .isInstanceOf(BankResult.Refused.class);
        assertThat(CurrentTenant.<BankResult<?>, RuntimeException>call(bank, () -> platform.getBean(Codes.class)
                        .send(new Caller("MB-1002", io.openteller.spi.Capability.Assurance.IDENTIFIED), "c-1")))
                .as("nor by another way")
                .isInstanceOf(BankResult.Refused.class);
        rohan.change("UPDATE bank_proof SET locked_until = clock_timestamp(), first_at = clock_timestamp() - interval '2 hours'");
        assertThat(asked(rohan).questions()).isNotEmpty();
    }

    private static long checks() {
        return banks.ledger(bank).stream()
                .map(line -> line.path("operation").asText())
                .filter("questions.check/v1"::equals)
                .count();
    }

    private static Questions.Asked asked(Operated who) {
        BankResult<Questions.Asked> result = CurrentTenant.call(
                bank, () -> platform.getBean(Questions.class).ask(who.session(), "q-" + UUID.randomUUID()));
        assertThat(result).isInstanceOf(BankResult.Done.class);
        return ((BankResult.Done<Questions.Asked>) result).value();
    }

    /** Finds the answers out of the bank's own file where they are among what can be chosen. */
    private static Check check(Operated who, Questions.Asked asked, String city) {
        JsonNode accounts = who.sure(Assurance.STEPPED_UP).done("accounts.list/v1", "{}").path("accounts");
        BankResult<Check> result = answer(who, asked, List.of(city, "March", Integer.toString(accounts.size())));
        assertThat(result).isInstanceOf(BankResult.Done.class);
        return ((BankResult.Done<Check>) result).value();
    }

    private static BankResult<Check> answer(Operated who, Questions.Asked asked, List<String> right) {
        List<Questions.Answer> answers = asked.questions().stream()
                .map(question -> new Questions.Answer(
                        question.id(),
                        question.choices().stream().filter(right::contains).findFirst().orElse("none of these")))
                .collect(Collectors.toList());
        return CurrentTenant.call(
                bank,
                () -> platform.getBean(Questions.class)
                        .check(who.session(), "a-" + UUID.randomUUID(), asked.challenge(), answers));
    }
}
