package io.openteller.kit.bank;

import static io.openteller.kit.bank.Report.unavailable;

import io.openteller.plugins.httpbank.HttpAccounts;
import io.openteller.spi.HttpRequest;
import io.openteller.spi.HttpRequest.Header;
import io.openteller.spi.Outcome;
import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;

/** Whom the server answers, and whom it does not. */
final class Safety {

    private static final String OLD = "2020-01-01T00:00:00Z";

    private final BankTest test;
    private final Report report;

    Safety(BankTest test, Report report) {
        this.test = test;
        this.report = report;
    }

    void check() {
        report.section("Versions and keys");
        report.check("a wrong key gets nothing", () -> refusedKey(
                accounts(Call.of(test, test.settingsWith("apiKey", "certainly-a-wrong-key")))));
        report.check("no key gets nothing", () -> refusedKey(accounts(without("Authorization"))));
        report.check("another version of the contract is answered with 400", () -> bad(
                accounts(Call.of(test).changing(with("Openteller-Contract", "999")))));
        report.check("a request without a deadline is answered with 400", () -> bad(accounts(without("Openteller-Deadline"))));
        report.check("a request that names no bank is answered with 400", () -> bad(
                accounts(without("Openteller-Bank"))));
        if (test.signs()) {
            signatures();
        } else {
            report.untried("wrong and old signatures get nothing", "give --signing-secret if the server wants signatures");
        }
    }

    private void signatures() {
        report.check("no signature gets nothing", () -> refusedKey(accounts(
                Call.of(test, test.settingsWith("signingSecret", null)))));
        report.check("a signature by another secret gets nothing", () -> refusedKey(accounts(
                Call.of(test, test.settingsWith("signingSecret", "certainly another secret")))));
        report.check("a signature over another path gets nothing", () -> refusedKey(accounts(Call.of(test)
                .changing(request -> new HttpRequest(
                        request.method(),
                        URI.create(request.address() + "?more=1"),
                        request.headers(),
                        request.body())))));
        report.check("a signature over another time gets nothing", () -> refusedKey(
                accounts(Call.of(test).changing(with("Openteller-Timestamp", OLD)))));
        report.check("a right signature that is old gets nothing", () -> refusedKey(accounts(Call.of(test)
                .changing(request -> Signatures.again(request, test.settings().getOrDefault("signingSecret", ""), OLD)))));
    }

    private Outcome<?> accounts(Call call) {
        return new HttpAccounts().accounts(call, test.customer());
    }

    private static String refusedKey(Outcome<?> outcome) {
        return unavailable(outcome, detail -> detail.contains("(401)"), "401 with {\"error\": \"UNAUTHORISED\"}");
    }

    private static String bad(Outcome<?> outcome) {
        return unavailable(outcome, detail -> detail.endsWith("answered 400"), "400 with {\"error\": \"BAD_REQUEST\"}");
    }

    private Call without(String name) {
        return Call.of(test).changing(request -> new HttpRequest(
                request.method(), request.address(), others(request, name), request.body()));
    }

    static UnaryOperator<HttpRequest> with(String name, String value) {
        return request -> new HttpRequest(request.method(), request.address(), others(request, name), request.body())
                .withHeader(name, value);
    }

    private static List<Header> others(HttpRequest request, String name) {
        return request.headers().stream()
                .filter(header -> !header.name().equalsIgnoreCase(name))
                .toList();
    }
}
