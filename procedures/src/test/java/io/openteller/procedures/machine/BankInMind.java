package io.openteller.procedures.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.OperationName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A bank that answers what it is told to. */
final class BankInMind implements World {

    final List<String> performed = new ArrayList<>();
    private final Map<String, Event.Result> results = new HashMap<>();
    boolean verifies = true;
    boolean approves = true;
    String language = "en";
    String intent = "";

    BankInMind() {
        done("cards.list/v1", """
                {"cards": [{"card": "c1", "network": "Visa", "kind": "debit", "last4": "4821", "status": "ACTIVE"},
                           {"card": "c2", "network": "RuPay", "kind": "credit", "last4": "1177", "status": "ACTIVE"}]}""");
        done("cards.block/v1", "{\"blockedAt\": \"2026-11-21T10:00:00Z\", \"alreadyBlocked\": false}");
    }

    BankInMind done(String operation, String output) {
        return result(operation, new Event.Result.Done(Procedures.json(output)));
    }

    BankInMind result(String operation, Event.Result result) {
        results.put(operation, result);
        return this;
    }

    BankInMind speaking(String tag) {
        language = tag;
        return this;
    }

    @Override
    public Event.Result perform(OperationName operation, ObjectNode input) {
        performed.add(operation + " " + input);
        JsonNode nothing = Procedures.json("{}");
        return results.getOrDefault(operation.toString(), new Event.Result.Done(nothing));
    }

    @Override
    public boolean verify(Effect.Verify asked) {
        return verifies;
    }

    @Override
    public boolean approve(Effect.Approve asked) {
        return approves;
    }

    @Override
    public Event.Understood understand(String message) {
        return new Event.Understood(language, intent, intent.isEmpty() ? 0 : 0.9, false, false);
    }

    @Override
    public String answer(String question) {
        return "(answer to: " + question + ")";
    }
}
