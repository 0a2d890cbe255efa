package io.openteller.kit.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.kit.bank.FlawedBank.Flaw;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The stub keeps the contract, and a server that does not is told what is wrong. */
class TestBankTest {

    private static final StubProcess STUB = StubProcess.start("");
    private static final StubProcess SIGNED = StubProcess.start(StubProcess.SECRET);

    @AfterAll
    static void stop() {
        STUB.close();
        SIGNED.close();
    }

    /** @param out without the blanks of its layout */
    private record Ran(int code, String out) {}

    private static Ran run(Map<String, String> settings, boolean effects) {
        StringWriter out = new StringWriter();
        String bank = "bank" + UUID.randomUUID().toString().substring(0, 8);
        int code = TestBankCommand.run(
                new BankTest(settings, bank, "L-1001", "L-1002", "L-9999", effects), new PrintWriter(out));
        return new Ran(code, out.toString().replaceAll(" +", " "));
    }

    private static Map<String, String> settings(String url) {
        return Map.of("baseUrl", url, "apiKey", StubProcess.KEY, "currencies", "EUR");
    }

    @Test
    void the_stub_keeps_the_contract_with_signatures() {
        Ran ran = run(
                Map.of(
                        "baseUrl", SIGNED.url(),
                        "apiKey", StubProcess.KEY,
                        "currencies", "EUR",
                        "signingSecret", StubProcess.SECRET),
                true);
        assertThat(ran.out()).doesNotContain("FAILED", "not tried:").contains("The server keeps the contract.");
        assertThat(ran.code()).isZero();
    }

    @Test
    void what_was_not_tried_is_said_and_is_not_the_whole_contract() {
        Ran ran = run(settings(STUB.url()), false);
        assertThat(ran.out()).doesNotContain("FAILED").contains("not tried: --read-only", "3 not tried");
        assertThat(ran.code()).isEqualTo(3);
    }

    @Test
    void a_server_that_is_not_there_is_one_failure_and_not_fifty() {
        Ran ran = run(settings("http://localhost:1"), true);
        assertThat(ran.out()).contains("the bank's server cannot be reached", "0 passed, 1 failed");
        assertThat(ran.code()).isEqualTo(1);
    }

    static Stream<Arguments> flaws() {
        return Stream.of(
                flaw("any key will do", Flaw.ofHeader("Authorization", any -> "Bearer " + StubProcess.KEY), "FAILED a wrong key"),
                flaw("every version", Flaw.ofHeader("Openteller-Contract", any -> "1"), "FAILED another version"),
                flaw(
                        "deadlines do not matter",
                        Flaw.ofHeader("Openteller-Deadline", any -> "2100-01-01T00:00:00Z"),
                        "FAILED a request that comes after its deadline"),
                flaw(
                        "keys are forgotten",
                        Flaw.ofHeader("Idempotency-Key", key -> key.isEmpty() ? "none" : UUID.randomUUID().toString()),
                        "FAILED the same key again gives the same answer"),
                flaw("limits do not matter", Flaw.ofTarget(target -> target.replaceAll("limit=[0-9]+", "limit=200")), "has more than 5"),
                flaw("windows do not matter", Flaw.ofTarget(target -> target.replaceAll("&since=[^&]+", "")), "was not asked for"),
                flaw("% means anything", Flaw.ofTarget(target -> target.replace("&merchant=%25", "")), "FAILED nothing is found for %"),
                flaw(
                        "everybody's things",
                        Flaw.ofTarget(target -> target.replace("L-1002", "L-1001")),
                        "FAILED two customers have accounts", "FAILED somebody else's card is not found"),
                flaw("amounts as text", Flaw.ofAnswer(text -> text.replaceAll("\"minor\":(-?[0-9]+)", "\"minor\":\"$1\"")), "is no whole number"),
                flaw("another currency", Flaw.ofAnswer(text -> text.replace("EUR", "CHF")), "currency is none of the bank's"),
                flaw("other words", Flaw.ofAnswer(text -> text.replace("NOT_FOUND", "MISSING")), "error is none of [NOT_FOUND]"),
                flaw("a card for a customer", Flaw.ofAnswer(text -> text.replace("CARD\"}", "CUSTOMER\"}")), "instead of card"),
                flaw("always as new", Flaw.ofAnswer(text -> text.replace("\"alreadyBlocked\":true", "\"alreadyBlocked\":false")), "FAILED another key says"));
    }

    private static Arguments flaw(String name, Flaw flaw, String... said) {
        return Arguments.of(name, flaw, said);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flaws")
    void a_flaw_is_found_and_named(String name, Flaw flaw, String[] said) {
        try (FlawedBank flawed = new FlawedBank(STUB.url(), flaw)) {
            Ran ran = run(settings(flawed.url()), true);
            assertThat(ran.out()).contains(said);
            assertThat(ran.code()).isEqualTo(1);
        }
    }
}
