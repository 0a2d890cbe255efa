package io.openteller.platform.workflow.internal.runs;

import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationName;
import io.openteller.operations.OperationSpec;
import io.openteller.operations.OperationSpec.Confirmation;
import io.openteller.platform.banking.BankOperations;
import io.openteller.platform.banking.BankOperations.Session;
import io.openteller.platform.banking.Ruling;
import io.openteller.platform.wording.Phrase;
import io.openteller.platform.workflow.Performed;
import io.openteller.platform.workflow.internal.Speech;
import io.openteller.platform.workflow.internal.StepSql;
import io.openteller.platform.workflow.internal.runs.Todo.Hold;
import io.openteller.procedures.machine.Effect;
import io.openteller.procedures.machine.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks whoever has to say something before a run can go on: the customer by a card, a colleague, the bank once more. */
@Singleton
class Asking {

    private static final Duration PLAIN_CARD_HOLDS = Duration.ofMinutes(10);

    private final BankOperations bank;
    private final StepSql steps;
    private final Speech speech;
    private final Clock clock;

    Asking(BankOperations bank, StepSql steps, Speech speech, Clock clock) {
        this.bank = bank;
        this.steps = steps;
        this.speech = speech;
        this.clock = clock;
    }

    /** Whether the room banking wants the customer's yes itself; then it draws the card from the final arguments. */
    boolean isAskedByBank(OperationName operation) {
        return Catalogue.standard()
                .find(operation.toString())
                .map(spec -> spec.confirmation() == Confirmation.CUSTOMER)
                .orElse(true);
    }

    /** What it means for the run that somebody said yes or no to what it waits for. */
    static Event answered(Run run, Todo todo, boolean yes) {
        return switch (todo.effect()) {
            case Effect.Verify verify -> new Event.Verified(run.now(), todo.step(), yes, Proving.method(todo));
            case Effect.Confirm confirm -> new Event.Confirmed(run.now(), todo.step(), yes);
            case Effect.Approve approve -> new Event.Approved(run.now(), todo.step(), yes);
            case Effect.Compensate compensate -> throw new IllegalStateException("nobody is asked about that");
            default -> new Event.Performed(run.now(), todo.step(), new Event.Result.Refused("declined"));
        };
    }

    Deed card(Run run, Todo todo, Ruling.Card card, Session session) {
        Duration holds = Duration.between(clock.instant(), card.expires());
        List<Map<String, String>> lines = card.rows().stream()
                .map(row -> Map.of("label", row.label(), "value", row.value()))
                .toList();
        String text = todo.effect() instanceof Effect.Confirm confirm ? confirm.text() : null;
        return shown(run, todo, text, card.title(), lines, holds, session);
    }

    Deed plainCard(Run run, Todo todo, Effect.Confirm confirm, Session session) {
        String title = Catalogue.standard()
                .find(confirm.operation().toString())
                .map(OperationSpec::title)
                .orElse(confirm.operation().toString());
        return shown(run, todo, confirm.text(), title, List.of(), PLAIN_CARD_HOLDS, session);
    }

    private Deed shown(
            Run run,
            Todo todo,
            @Nullable String text,
            String title,
            List<Map<String, String>> lines,
            Duration holds,
            Session session) {
        UUID step = UUID.fromString(todo.callId());
        steps.insert(
                step,
                run.conversation(),
                StepSql.Kind.CONFIRM,
                Map.of("run", run.id().toString()),
                null,
                holds);
        steps.renew(step, holds);
        List<Output> said = new ArrayList<>();
        said.add(
                text == null || text.isBlank()
                        ? said(Phrase.PLEASE_CONFIRM, session)
                        : new Output.Said(text, List.of(text)));
        lines.forEach(line -> said.add(new Output.Did(new Performed(
                "card", "", "shown", 0, Map.of(), line.getOrDefault("value", "")))));
        said.add(new Output.Asked(Map.of(
                "kind", "CONFIRM",
                "actionId", step.toString(),
                "title", title,
                "confirmLabel", speech.say(Phrase.CONFIRM_BUTTON, session.language()),
                "state", "OPEN",
                "lines", lines)));
        return new Deed.Waits(todo.holding(Hold.CONFIRM), said, null);
    }

    Deed colleague(Todo todo, Session session, Duration look) {
        List<Output> said = todo.hold() == Hold.APPROVAL
                ? List.of()
                : List.of(said(Phrase.COLLEAGUE_MUST_AGREE, session));
        return new Deed.Waits(todo.holding(Hold.APPROVAL), said, look);
    }

    /** @return whether the customer's word still counted, or was given the same before */
    boolean settle(Run run, Todo todo, boolean accepted, Session session) {
        UUID step = UUID.fromString(todo.callId());
        StepSql.State wanted = accepted ? StepSql.State.DONE : StepSql.State.DECLINED;
        steps.settle(step, wanted);
        boolean stands = steps.find(run.conversation(), step)
                .map(found -> found.state() == wanted)
                .orElse(false);
        if (stands) {
            bank.confirm(session, todo.callId(), accepted);
        }
        return stands;
    }

    private Output said(Phrase phrase, Session session) {
        return new Output.Said(speech.say(phrase, session.language()), List.of());
    }
}
