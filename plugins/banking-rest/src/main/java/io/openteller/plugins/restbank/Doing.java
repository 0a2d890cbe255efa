package io.openteller.plugins.restbank;

import io.openteller.connectors.Connector.Exchange;
import io.openteller.connectors.Connector.Mapped;
import io.openteller.operations.OperationSpec;
import io.openteller.plugins.restbank.Bank.Manner;
import io.openteller.plugins.restbank.Kept.Question;
import io.openteller.plugins.restbank.Shelf.Equipment;
import io.openteller.plugins.restbank.Wire.Reply;
import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import java.time.Instant;
import java.util.Optional;

/** One operation from its question to its outcome: what is kept, what is asked before, the call, and what else is tried. */
final class Doing {

    private final Bank bank;
    private final Judge judge;
    private final Kept kept;

    Doing(Bank bank, Judge judge, Kept kept) {
        this.bank = bank;
        this.judge = judge;
        this.kept = kept;
    }

    Outcome<String> perform(CallContext context, Equipment with, OperationSpec spec, Mapped mapped, Scope scope) throws Trouble {
        // Twice on purpose, here and in the checker: what has an effect is never given out of memory.
        Integer seconds = mapped.cacheSeconds();
        if (seconds == null || spec.hasEffect()) {
            return ask(context, with, spec, mapped, scope);
        }
        Question question = new Question(
                context.bank(),
                with.settings().baseUrl(),
                with.settings().document(),
                spec.name().toString(),
                scope.customerRef(),
                scope.names().path("arguments").toString());
        Kept.Result known = kept.get(question);
        if (known != null) {
            return Outcome.done(known.json(), known.asOf());
        }
        Outcome<String> outcome = ask(context, with, spec, mapped, scope);
        if (outcome instanceof Outcome.Done<String>(String json, Instant asOf)) {
            kept.put(question, json, asOf, seconds);
        }
        return outcome;
    }

    private Outcome<String> ask(CallContext context, Equipment with, OperationSpec spec, Mapped mapped, Scope scope)
            throws Trouble {
        Manner manner = new Manner(spec.name().toString(), mapped.rate(), mapped.retries(), null);
        Scope known = scope;
        if (mapped.before() != null) {
            Reply reply = bank.ask(context, with, mapped.before(), scope, manner);
            Scope answered = scope.answered(reply);
            Optional<Outcome<String>> other = judge.other(spec, mapped.before(), reply, answered);
            if (other.isPresent()) {
                return other.get();
            }
            known = scope.with("before", reply.json());
        }
        if (spec.hasEffect()) {
            return effect(context, with, spec, mapped, known);
        }
        Outcome<String> first = read(context, with, spec, mapped.call(), known, manner);
        return mapped.fallback() != null && first instanceof Outcome.Unavailable<String>
                ? read(context, with, spec, mapped.fallback(), known, manner)
                : first;
    }

    private Outcome<String> read(
            CallContext context, Equipment with, OperationSpec spec, Exchange exchange, Scope scope, Manner manner) {
        try {
            Reply reply = bank.ask(context, with, exchange, scope, manner);
            return judge.outcome(spec, exchange, reply, scope.answered(reply));
        } catch (Trouble trouble) {
            return Outcome.unavailable(trouble.detail());
        }
    }

    private Outcome<String> effect(CallContext context, Equipment with, OperationSpec spec, Mapped mapped, Scope scope)
            throws Trouble {
        Manner manner = new Manner(
                spec.name().toString(),
                mapped.rate(),
                mapped.idempotencyHeader() == null ? null : mapped.retries(),
                mapped.idempotencyHeader());
        Reply reply = bank.ask(context, with, mapped.call(), scope, manner);
        return judge.outcome(spec, mapped.call(), reply, scope.answered(reply));
    }
}
