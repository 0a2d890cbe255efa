package {{package}};

import io.openteller.spi.CallContext;
import io.openteller.spi.Money;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.AccountReader;
import {{package}}.{{Name}}Api.Reply;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.pf4j.Extension;

/** Accounts of one customer: {@code GET /customers/{customer}/accounts}. */
@Extension
public final class {{Name}}Accounts implements AccountReader {

    @Override
    public Outcome<List<Account>> accounts(CallContext context, String customerRef) {
        return switch ({{Name}}Api.get(context, Line[].class, "customers", customerRef, "accounts")) {
            case Reply.Ok(var lines) ->
                Outcome.done(Arrays.stream(lines).map(Line::account).toList(), Instant.now());
            case Reply.Missing() -> Outcome.notFound("customer");
            case Reply.Refused(var reason) -> Outcome.refused(reason);
            case Reply.Failed(var detail, var mayHaveHappened) -> Outcome.unavailable(detail);
        };
    }

    /** One account as the system tells it. What does not look like one is not passed on. */
    private record Line(String ref, String kind, String nickname, String last4, long balanceMinor, String currency) {

        Line {
            if (!last4.matches("\\d{4}") || !currency.matches("[A-Z]{3}")) {
                throw new IllegalArgumentException("not an account");
            }
        }

        Account account() {
            return new Account(ref, kind, nickname, last4, new Money(balanceMinor, currency));
        }
    }
}
