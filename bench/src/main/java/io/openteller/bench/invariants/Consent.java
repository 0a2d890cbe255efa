package io.openteller.bench.invariants;

import io.openteller.bench.invariants.Books.ApprovalRow;
import io.openteller.bench.invariants.Books.Effect;
import io.openteller.bench.invariants.Books.IntentRow;
import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec;
import io.openteller.operations.OperationSpec.Confirmation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Nothing was done at the bank that was not written down before, for that customer, with those arguments; that the customer did
 * not say yes to where they must; and that a colleague did not agree to where one must.
 */
final class Consent {

    private Consent() {}

    static List<String> breaches(Books books, Witness witness) {
        Map<String, List<IntentRow>> intents = books.intents().stream().collect(Collectors.groupingBy(IntentRow::callId));
        Set<String> done = books.effects().stream().map(Effect::callId).collect(Collectors.toSet());
        List<String> breaches = new ArrayList<>();
        for (Effect effect : books.effects()) {
            List<IntentRow> known = intents.getOrDefault(effect.callId(), List.of());
            String breach = known.size() == 1
                    ? breach(books, witness, effect, known.getFirst(), done)
                    : "has " + known.size() + " intents";
            if (breach != null) {
                breaches.add(effect.operation() + " " + effect.callId() + " " + breach);
            }
        }
        return breaches;
    }

    private static @Nullable String breach(
            Books books, Witness witness, Effect effect, IntentRow intent, Set<String> done) {
        if (!intent.operation().equals(effect.operation())
                || !intent.customer().equals(effect.customer())
                || !Arguments.same(intent.arguments(), effect.arguments())) {
            return "is not what its intent says";
        }
        if (intent.undoes() != null) {
            return done.contains(intent.undoes()) ? null : "takes back what was never done";
        }
        if (!effect.customer().equals(witness.customer(intent.conversation()))) {
            return "was done in a conversation that is not this customer's";
        }
        OperationSpec spec = Catalogue.standard().find(effect.operation()).orElseThrow();
        if (spec.confirmation() == Confirmation.CUSTOMER) {
            if (!intent.confirmed()) {
                return "was done without a confirmed intent";
            }
            if (!witness.hasAgreed(intent.conversation(), effect.callId())) {
                return "counts as confirmed, and its customer never said yes to it";
            }
        }
        return Arguments.isAboveLine(spec, books.lines().getOrDefault(effect.operation(), Map.of()), effect) ? approval(books, witness, effect) : null;
    }

    private static @Nullable String approval(Books books, Witness witness, Effect effect) {
        List<ApprovalRow> asked = books.approvals().stream()
                .filter(one -> one.callId().equals(effect.callId()) && one.state().equals("AGREED"))
                .toList();
        if (asked.size() != 1) {
            return "is above the line, and nobody is on record as having agreed";
        }
        return witness.hasApproved(asked.getFirst().id()) ? null : "counts as agreed to, and no colleague did";
    }
}
