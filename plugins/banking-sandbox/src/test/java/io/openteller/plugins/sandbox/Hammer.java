package io.openteller.plugins.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.plugins.sandbox.operations.Json;
import io.openteller.spi.Outcome;
import java.nio.file.Path;

/** Pays refunds and takes them back until somebody kills it; prints each call's id when its answer has come. */
final class Hammer {

    private Hammer() {}

    public static void main(String[] arguments) {
        Customer nora = Customer.of(Path.of(arguments[0]), "test-bank", SandboxBank.CUSTOMER);
        String fee = Customer.first(nora.done("transactions.match", "merchant", "Overdraft").path("transactions"))
                .path("transaction")
                .asText();
        JsonNode pound = Json.of("minor", 100, "currency", "GBP");
        for (int i = 0; ; i++) {
            String refund = Customer.done("refunds.propose", nora.ask(
                            "propose-" + i, "refunds.propose", Json.of("transaction", fee, "reason", "FEE_IN_ERROR")))
                    .path("refund")
                    .asText();
            print("pay-" + i, nora.ask("pay-" + i, "refunds.execute", Json.of("refund", refund, "amount", pound)));
            print("back-" + i, nora.ask("back-" + i, "refunds.reverse", Json.of("refund", refund)));
        }
    }

    private static void print(String callId, Outcome<String> outcome) {
        if (outcome instanceof Outcome.Done<String>) {
            System.out.println(callId);
            System.out.flush();
        }
    }
}
