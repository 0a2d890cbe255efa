package io.openteller.platform.workflow.internal;

import io.openteller.platform.wording.Phrase;
import io.openteller.platform.workflow.BankTasks;
import io.openteller.platform.workflow.Customer;
import io.openteller.platform.workflow.TaskOutcome;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@Singleton
class SteppedTasks implements BankTasks {

    private final StepUp stepUp;
    private final StepSql steps;
    private final Reading reading;
    private final CardBlocking cards;
    private final Disputing disputing;
    private final Speech speech;

    SteppedTasks(
            StepUp stepUp, StepSql steps, Reading reading, CardBlocking cards, Disputing disputing, Speech speech) {
        this.stepUp = stepUp;
        this.steps = steps;
        this.reading = reading;
        this.cards = cards;
        this.disputing = disputing;
        this.speech = speech;
    }

    @Override
    public TaskOutcome balances(Customer customer) {
        return stepUp.confirmed(customer, Task.BALANCE, Map.of(), caller -> reading.balances(customer, caller));
    }

    @Override
    public TaskOutcome recentTransactions(Customer customer) {
        return stepUp.confirmed(
                customer, Task.RECENT_TRANSACTIONS, Map.of(), caller -> reading.transactions(customer, caller));
    }

    @Override
    public TaskOutcome blockCard(Customer customer, String message) {
        // Kept with the step, so that the card that was named is still named after the code was entered.
        String digits = message.replaceAll("[^0-9 ]", " ").strip().replaceAll("\\s+", " ");
        return stepUp.confirmed(
                customer, Task.BLOCK_CARD, Map.of("digits", digits), caller -> cards.ask(customer, caller, message));
    }

    @Override
    public TaskOutcome dispute(Customer customer, String message, UUID turn) {
        String ref = customer.ref();
        return ref == null
                ? disputing.noted(customer, List.of())
                : disputing.open(customer, StepUp.caller(customer, ref), message, turn);
    }

    @Override
    public TaskOutcome resume(Customer customer, UUID id) {
        StepSql.Step step = steps.find(customer.conversation(), id).orElseThrow();
        if (step.state() == StepSql.State.DECLINED) {
            return new TaskOutcome.Finished(speech.say(Phrase.NOTHING_CHANGED, customer.language()), List.of());
        }
        return switch (step.task()) {
            case RUN -> throw new IllegalStateException("a step of a procedure");
            case BALANCE -> balances(customer);
            case RECENT_TRANSACTIONS -> recentTransactions(customer);
            case BLOCK_CARD -> step.kind() == StepSql.Kind.CODE
                    ? blockCard(customer, step.arguments().getOrDefault("digits", ""))
                    : stepUp.confirmed(
                            customer,
                            Task.BLOCK_CARD,
                            Map.of(),
                            caller -> cards.block(customer, caller, step));
        };
    }
}
