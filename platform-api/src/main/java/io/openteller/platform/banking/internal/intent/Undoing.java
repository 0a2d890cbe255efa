package io.openteller.platform.banking.internal.intent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.Catalogue;
import io.openteller.operations.Compensations;
import io.openteller.operations.OperationName;
import io.openteller.operations.OperationSpec;
import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.platform.banking.BankOperations.Session;
import io.openteller.platform.banking.BankOperations.Undone;
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

    /** What is left of one; both empty when nothing is. */
    private record Remains(String why, boolean inDoubt) {
        static final Remains NOTHING = new Remains("", false);

        static Remains because(String why) {
            return new Remains(why, false);
        }
    }

    /** The latest first. */
    public Undone undo(Session session, List<String> callIds) {
        List<String> left = new ArrayList<>();
        List<String> inDoubt = new ArrayList<>();
        List<Intent> intents = new ArrayList<>();
        for (String callId : callIds) {
            Optional<Intent> known = database.inTransaction(sql -> rows.find(sql, callId))
                    .filter(one -> one.conversation().equals(session.conversation())
                            && one.customer().equals(session.customerRef()));
            known.ifPresentOrElse(intents::add, () -> left.add(callId));
        }
        intents.sort(Comparator.comparing(Intent::endedAt, Comparator.nullsLast(Comparator.naturalOrder())).reversed());
        for (Intent intent : intents) {
            Remains remains = remains(session, intent);
            if (remains.inDoubt()) {
                inDoubt.add(intent.callId());
            } else if (!remains.why().isEmpty()) {
                left.add(intent.callId());
                database.inTransaction(sql -> {
                    rows.attention(sql, intent.callId(), remains.why());
                    return true;
                });
            }
        }
        return new Undone(left, inDoubt);
    }

    private Remains remains(Session session, Intent intent) {
        return switch (intent.state()) {
            case PROPOSED, DECLINED, REFUSED, NOT_DONE -> Remains.NOTHING;
            // As long as the bank is being asked whether it was done.
            case CALLING, IN_DOUBT -> new Remains("", true);
            case NEEDS_PERSON -> Remains.because("to be undone, and it is not known whether it was done");
            case DONE -> intent.undoneBy() == null ? done(session, intent) : Remains.NOTHING;
        };
    }

    private Remains done(Session session, Intent intent) {
        OperationSpec spec = Catalogue.standard().find(intent.operation()).orElseThrow();
        OperationName compensation = spec.compensation();
        if (compensation == null) {
            return spec.reversible() ? Remains.NOTHING : Remains.because("it cannot be undone");
        }
        ObjectNode output = Objects.requireNonNull(intent.output());
        if (!Compensations.standard().needed(spec.name(), output)) {
            return Remains.NOTHING;
        }
        return Compensations.standard()
                .arguments(spec.name(), intent.arguments(), output)
                .map(arguments -> undone(session, intent, compensation, arguments))
                .orElseGet(() -> Remains.because("it is not known what there was before"));
    }

    private Remains undone(Session session, Intent intent, OperationName compensation, ObjectNode arguments) {
        Session proven = new Session(
                session.conversation(), session.customerRef(), Assurance.STEPPED_UP, session.language(), session.intent());
        OperationSpec undoing = Catalogue.standard().find(compensation.toString()).orElseThrow();
        Admission.Answer answer =
                admission.by(intent.issuer(), proven, intent.callId() + "~undo", undoing, arguments);
        return switch (answer) {
            case Admission.Answer.Stopped(var rule, var ruling) -> Remains.because("it cannot be undone: " + rule.id());
            case Admission.Answer.Admitted(var asked) -> switch (effects.undo(asked, intent.callId())) {
                case Ruling.Done done -> Remains.NOTHING;
                case Ruling.InDoubt doubt -> undoubted(intent.callId() + "~undo");
                default -> Remains.because("it was not undone");
            };
        };
    }

    /** Somebody is finding out, unless it was given up. */
    private Remains undoubted(String callId) {
        boolean givenUp = database.inTransaction(sql -> rows.find(sql, callId)).orElseThrow().state() == Intent.State.NEEDS_PERSON;
        return givenUp ? Remains.because("it was not undone") : new Remains("", true);
    }
}
