package io.openteller.platform.banking;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Arguments as callers write them. */
final class Arguments {

    private Arguments() {}

    static String with(String name, String value, String... more) {
        ObjectNode arguments = Operated.object("{}").put(name, value);
        for (int i = 0; i < more.length; i += 2) {
            arguments.put(more[i], more[i + 1]);
        }
        return arguments.toString();
    }

    static String block(String card, String reason) {
        return with("card", card, "reason", reason);
    }

    static String pay(String refund, String minor, String currency) {
        return "{\"refund\": \"" + refund + "\", \"amount\": {\"minor\": " + minor + ", \"currency\": \"" + currency + "\"}}";
    }

    static String limit(String card, String minor, String currency) {
        return "{\"card\": \"" + card + "\", \"use\": \"CASH\", \"daily\": {\"minor\": " + minor + ", \"currency\": \"" + currency
                + "\"}}";
    }

    /** They pay a refund which the bank has just proposed. */
    static String refund(Operated who) {
        String transaction = who.reference("transactions.search/v1", "/transactions/0/transaction");
        ObjectNode proposed = who.done("refunds.propose/v1", with("transaction", transaction, "reason", "GOODWILL"));
        ObjectNode arguments = Operated.object("{}");
        arguments.set("refund", proposed.path("refund"));
        arguments.set("amount", proposed.path("amount"));
        return arguments.toString();
    }
}
