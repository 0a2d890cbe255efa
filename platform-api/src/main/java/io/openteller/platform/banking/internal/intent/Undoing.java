package io.openteller.platform.banking.internal.intent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.Catalogue;
import io.openteller.operations.Compensations;
import io.openteller.operations.OperationName;
import io.openteller.operations.OperationSpec;
import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.platform.banking.BankOperations.Session;
import io.openteller.platform.banking.Ruling;
import io.openteller.platform.banking.internal.policy.Admission;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Takes back what calls did, where the catalogue knows how. The rest is put before a person. */
@Singleton
public class Undoing {

    private final IntentSql rows;
    private final Effects effects;
    private final Admission admission;
    private final TenantDatabase database;

    Undoing(IntentSql rows, Effects effects, Admission admission, TenantDatabase database) {
        this.rows = rows;
        this.effects = effects;
        this.admission = admission;
        this.database = database;
    }

    /** The latest first. @return the calls that are not undone */
    public List<String> undo(Session session, List<String> callIds) {
        List<String> left = new ArrayList<>();
        List<Intent> intents = new ArrayList<>();
        for (String callId : callIds) {
            Optional<Intent> known = database.inTransaction(sql -> rows.find(sql, callId))
                    .filter(one -> one.conversation().equals(session.conversation())
                            && one.customer().equals(session.customerRef()));
            known.ifPresentOrElse(intents::add, () -> left.add(callId));
        }
        intents.sort(Comparator.comparing(Intent::endedAt, Comparator.nullsLast(Comparator.naturalOrder())).reversed());
        for (Intent intent : intents) {
            String remains = remains(session, intent);
            if (!remains.isEmpty()) {
                left.add(intent.callId());
                database.inTransaction(sql -> {
                    rows.attention(sql, intent.callId(), remains);
                    return true;
                });
            }
        }
        return left;
    }

    /** Why it is not undone; empty when nothing of it remains. */
    private String remains(Session session, Intent intent) {
        return switch (intent.state()) {
            case PROPOSED, DECLINED, REFUSED, NOT_DONE -> "";
            case CALLING, IN_DOUBT, NEEDS_PERSON -> "to be undone, and it is not known whether it was done";
            case DONE -> intent.undoneBy() == null ? done(session, intent) : "";
        };
    }

    private String done(Session session, Intent intent) {
        OperationSpec spec = Catalogue.standard().find(intent.operation()).orElseThrow();
        OperationName compensation = spec.compensation();
        if (compensation == null) {
            return spec.reversible() ? "" : "it cannot be undone";
        }
        ObjectNode output = Objects.requireNonNull(intent.output());
        if (!Compensations.standard().needed(spec.name(), output)) {
            return "";
        }
        Optional<ObjectNode> arguments = Compensations.standard().arguments(spec.name(), intent.arguments(), output);
        return arguments.isEmpty()
                ? "it is not known what there was before"
                : undone(session, intent, compensation, arguments.get());
    }

    private String undone(Session session, Intent intent, OperationName compensation, ObjectNode arguments) {
        Session proven = new Session(
                session.conversation(), session.customerRef(), Assurance.STEPPED_UP, session.language(), session.intent());
        OperationSpec undoing = Catalogue.standard().find(compensation.toString()).orElseThrow();
        Admission.Answer answer =
                admission.of(proven, intent.callId() + "~undo", undoing, arguments, Admission.By.CORE);
        return switch (answer) {
            case Admission.Answer.Stopped(var rule, var ruling) -> "it cannot be undone: " + rule.id();
            case Admission.Answer.Admitted(var asked) ->
                effects.undo(asked, intent.callId()) instanceof Ruling.Done ? "" : "it was not undone";
        };
    }
}
