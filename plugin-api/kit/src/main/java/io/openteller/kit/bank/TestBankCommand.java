package io.openteller.kit.bank;

import io.openteller.plugins.httpbank.HttpBankPlugin;
import io.openteller.spi.OpentellerPlugin.Health;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Exit codes: 0 keeps the contract, 1 does not, 2 wrong usage, 3 keeps what was tried. */
@Command(
        name = "test-bank",
        mixinStandardHelpOptions = true,
        description = {
            "Hold a bank's own server against the banking contract (docs/banking-http).",
            "Blocks a card and opens a dispute of the test customer, unless told --read-only: never of a real one."
        })
public final class TestBankCommand implements Callable<Integer> {

    @Parameters(paramLabel = "URL", description = "address of the server, up to and with the version")
    private String url = "";

    @Option(names = "--key", required = true, description = "the key that the server wants")
    private String key = "";

    @Option(names = "--customer", required = true, description = "a test customer with transactions and an active card")
    private String customer = "";

    @Option(names = "--other-customer", required = true, description = "another test customer with an account")
    private String otherCustomer = "";

    @Option(names = "--nobody", defaultValue = "no-such-customer", description = "a reference that is nobody's (${DEFAULT-VALUE})")
    private String nobody = "";

    @Option(names = "--currencies", defaultValue = "EUR", description = "all that accounts are in (${DEFAULT-VALUE})")
    private String currencies = "";

    @Option(names = "--bank", defaultValue = "contract-test", description = "short name that the server is told (${DEFAULT-VALUE})")
    private String bank = "";

    @Option(names = "--signing-secret", description = "if the server wants signatures")
    private @Nullable String signingSecret;

    @Option(names = "--header", description = "one more header, as 'Name: value'")
    private @Nullable String header;

    @Option(names = "--read-only", description = "ask only: block nothing, dispute nothing")
    private boolean readOnly;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Map<String, String> settings = new HashMap<>(Map.of("baseUrl", url, "apiKey", key, "currencies", currencies));
        if (signingSecret != null) {
            settings.put("signingSecret", signingSecret);
        }
        if (header != null) {
            settings.put("extraHeader", header);
        }
        return run(
                new BankTest(settings, bank, customer, otherCustomer, nobody, !readOnly),
                Objects.requireNonNull(spec).commandLine().getOut());
    }

    /** Without a first answer nothing else is tried: everything would fail for the same reason. */
    static int run(BankTest test, PrintWriter out) {
        Report report = new Report(out);
        out.println("Asking " + test.settings().get("baseUrl") + " as bank " + test.bank());
        report.section("First of all");
        report.check("the server answers /health", () -> {
            Health health = new HttpBankPlugin().check(Call.of(test));
            return Report.unless(health.up(), health.detail());
        });
        if (report.failed() == 0) {
            new Safety(test, report).check();
            new Questions(test, report).ask();
            new Effects(test, report).check();
        }
        return report.end();
    }
}
