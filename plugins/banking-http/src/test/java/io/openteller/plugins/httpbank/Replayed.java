package io.openteller.plugins.httpbank;

import io.openteller.spi.Outcome;
import io.openteller.spi.banking.TransactionReader.Query;
import io.openteller.testkit.TestCall;
import java.time.Instant;
import java.util.Map;

/** Asks a server by the contract's name of the operation, for what the contract's examples are about. */
final class Replayed {

    private Replayed() {}

    static boolean of(String operation, Map<String, String> settings) {
        TestCall call = new TestCall("bank", "call-1", Instant.now().plusSeconds(60), settings);
        Object outcome =
                switch (operation) {
                    case "health" -> new HttpBankPlugin().check(call).up();
                    case "profile" -> new HttpCustomers().profile(call, "L-1001");
                    case "holdings" -> new HttpCustomers().holdings(call, "L-1001");
                    case "accounts" -> new HttpAccounts().accounts(call, "L-1001");
                    case "transactions" ->
                        new HttpTransactions().transactions(call, "L-1001", new Query(null, null, null, 5));
                    case "cards" -> new HttpCards().cards(call, "L-1001");
                    case "block" -> new HttpCards().block(call, "L-1001", "c-1");
                    case "disputes" -> new HttpDisputes().disputes(call, "L-1001");
                    case "openDispute" -> new HttpDisputes().open(call, "L-1001", "t-5", "why");
                    default -> throw new AssertionError("nobody asks for " + operation);
                };
        return outcome instanceof Outcome.Done<?> || Boolean.TRUE.equals(outcome);
    }
}
