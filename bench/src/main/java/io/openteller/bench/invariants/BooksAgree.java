package io.openteller.bench.invariants;

import io.openteller.bench.invariants.Books.Effect;
import io.openteller.bench.invariants.Books.IntentRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the platform says was done stands in the bank's ledger, and what it says was not done does not. */
final class BooksAgree {

    private BooksAgree() {}

    static List<String> breaches(Books books, Witness witness) {
        Set<String> done = books.effects().stream().map(Effect::callId).collect(Collectors.toSet());
        List<String> breaches = new ArrayList<>();
        for (IntentRow intent : books.intents()) {
            boolean isDone = done.contains(intent.callId());
            boolean agrees = switch (intent.state()) {
                case "DONE" -> isDone;
                case "PROPOSED", "DECLINED", "REFUSED", "NOT_DONE" -> !isDone;
                // Nobody could find out, and a person is asked to.
                case "NEEDS_PERSON" -> true;
                default -> false;
            };
            if (!agrees) {
                breaches.add(intent.operation() + " " + intent.callId() + " is " + intent.state()
                        + (isDone ? " and stands in the ledger" : " and does not stand in the ledger"));
            }
        }
        return breaches;
    }
}
