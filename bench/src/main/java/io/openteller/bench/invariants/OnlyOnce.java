package io.openteller.bench.invariants;

import io.openteller.bench.invariants.Books.Effect;
import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec.Risk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** No call had its effect twice, and money was not moved twice for the same thing under different names. */
final class OnlyOnce {

    private OnlyOnce() {}

    static List<String> breaches(Books books, Witness witness) {
        List<String> breaches = new ArrayList<>();
        Set<String> calls = new HashSet<>();
        Map<String, String> money = new HashMap<>();
        for (Effect effect : books.effects()) {
            if (!calls.add(effect.callId())) {
                breaches.add(effect.operation() + " " + effect.callId() + " stands twice in the ledger");
            } else if (Catalogue.standard().find(effect.operation()).orElseThrow().risk() == Risk.MONEY) {
                String what = effect.operation() + " " + effect.customer() + " " + effect.arguments();
                String before = money.put(what, effect.callId());
                if (before != null) {
                    breaches.add(what + " moved money twice: " + before + " and " + effect.callId());
                }
            }
        }
        return breaches;
    }
}
