package io.openteller.platform.banking.internal.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec;
import io.openteller.platform.banking.BankOperations;
import io.openteller.platform.banking.Ruling;
import io.openteller.platform.banking.internal.intent.Confirmations;
import io.openteller.platform.banking.internal.intent.Effects;
import io.openteller.platform.banking.internal.intent.Reads;
import io.openteller.platform.banking.internal.intent.Undoing;
import io.openteller.platform.banking.internal.policy.Admission;
import io.openteller.platform.banking.internal.policy.Asked;
import io.openteller.platform.banking.internal.policy.Decisions;
import io.openteller.platform.banking.internal.policy.Denial;
import io.openteller.platform.banking.internal.policy.Rule;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

@Singleton
class GuardedOperations implements BankOperations {

    private static final Pattern CALL_ID = Pattern.compile("[\\w.:~/-]{1,160}");

    private final Admission admission;
    private final Effects effects;
    private final Reads reads;
    private final Undoing undoing;
    private final Confirmations confirmations;
    private final SupplyNow supply;
    private final Decisions decisions;
    private final TenantDatabase database;

    GuardedOperations(
            Admission admission,
            Effects effects,
            Reads reads,
            Undoing undoing,
            Confirmations confirmations,
            SupplyNow supply,
            Decisions decisions,
            TenantDatabase database) {
        this.admission = admission;
        this.effects = effects;
        this.reads = reads;
        this.undoing = undoing;
        this.confirmations = confirmations;
        this.supply = supply;
        this.decisions = decisions;
        this.database = database;
    }

    @Override
    public Ruling perform(Session session, String callId, String operation, ObjectNode arguments) {
        outsideTransactions();
        Optional<OperationSpec> spec = Catalogue.standard().find(operation);
        if (!CALL_ID.matcher(callId).matches()) {
            return stopped(session, "", "", Rule.CALL_ID);
        }
        if (spec.isEmpty()) {
            return stopped(session, callId, "", Rule.UNKNOWN_OPERATION);
        }
        return (spec.get().hasEffect() ? effects.before(session, callId, spec.get(), arguments) : Optional.<Ruling>empty())
                .orElseGet(() -> admitted(session, callId, spec.get(), arguments.deepCopy()));
    }

    private Ruling admitted(Session session, String callId, OperationSpec spec, ObjectNode arguments) {
        return switch (admission.of(session, callId, spec, arguments, Admission.By.CALLER)) {
            case Admission.Answer.Stopped(Rule rule, Ruling ruling) ->
                decisions.stopped(session, callId, spec.name().toString(), rule, ruling);
            case Admission.Answer.Admitted(Asked asked) -> spec.hasEffect() ? effects.go(asked) : reads.go(asked);
        };
    }

    @Override
    public Consent consult(Session session, String callId, String operation, ObjectNode arguments, String words) {
        outsideTransactions();
        Optional<OperationSpec> spec = Catalogue.standard().find(operation);
        if (!CALL_ID.matcher(callId).matches() || spec.isEmpty()) {
            return new Consent.Stopped(perform(session, callId, operation, arguments));
        }
        return switch (admission.of(session, callId, spec.get(), arguments.deepCopy(), Admission.By.CALLER)) {
            case Admission.Answer.Stopped(Rule rule, Ruling ruling) ->
                new Consent.Stopped(decisions.stopped(session, callId, operation, rule, ruling));
            case Admission.Answer.Admitted(Asked asked) -> effects.consult(asked, words);
        };
    }

    @Override
    public boolean confirm(Session session, String callId, boolean accepted) {
        return confirmations.answered(session, callId, accepted);
    }

    @Override
    public Undone compensate(Session session, List<String> callIds) {
        outsideTransactions();
        return undoing.undo(session, callIds);
    }

    @Override
    public List<Supply> supplies() {
        return supply.now().stream()
                .map(one -> new Supply(one.spec().name().toString(), one.supplier()))
                .toList();
    }

    /** Inside somebody's transaction the intent would not be committed before the bank is called. */
    private void outsideTransactions() {
        AtomicBoolean atOnce = new AtomicBoolean();
        database.afterCommit(() -> atOnce.set(true));
        if (!atOnce.get()) {
            throw new IllegalStateException("a bank is not called inside a transaction");
        }
    }

    private Ruling stopped(Session session, String callId, String operation, Rule rule) {
        return decisions.stopped(session, callId, operation, rule, new Denial(rule).ruling());
    }
}
