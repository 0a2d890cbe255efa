package io.openteller.platform.workflow.internal;

import io.openteller.platform.banking.BankResult;
import io.openteller.platform.banking.Caller;
import io.openteller.platform.banking.CardDesk;
import io.openteller.platform.wording.Phrase;
import io.openteller.platform.workflow.Customer;
import io.openteller.platform.workflow.Performed;
import io.openteller.platform.workflow.TaskOutcome;
import io.openteller.spi.banking.CardControl.Blocking;
import io.openteller.spi.banking.CardControl.Card;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which card, then a confirmation that shows exactly what will be done, then the block. */
@Singleton
class CardBlocking {

    private static final Duration CONFIRM_WITHIN = Duration.ofMinutes(10);

    private final CardDesk cards;
    private final StepSql steps;
    private final Reading reading;
    private final Named naming;
    private final Speech speech;

    CardBlocking(CardDesk cards, StepSql steps, Reading reading, Named naming, Speech speech) {
        this.cards = cards;
        this.steps = steps;
        this.reading = reading;
        this.naming = naming;
        this.speech = speech;
    }

    TaskOutcome ask(Customer customer, Caller caller, String message) {
        BankResult<List<Card>> result = cards.cards(caller);
        if (!(result instanceof BankResult.Done<List<Card>> done)) {
            return reading.unavailable("cards", customer, result);
        }
        Set<String> digits = naming.cards(message);
        List<Card> named = done.value().stream()
                .filter(card -> digits.contains(card.last4()))
                .toList();
        List<Card> active = done.value().stream()
                .filter(card -> card.status().equals("ACTIVE"))
                .toList();
        String listed = done.value().stream().map(CardBlocking::line).collect(Collectors.joining("\n"));
        Performed looked = Results.performed("cards", result, Map.of(), listed);
        if (named.size() == 1 && !active.contains(named.getFirst())) {
            String last4 = named.getFirst().last4();
            return new TaskOutcome.Finished(
                    speech.say(Phrase.CARD_ALREADY_BLOCKED, customer.language(), last4), List.of(looked));
        }
        List<Card> meant = named.size() == 1 ? named : active;
        if (meant.isEmpty()) {
            return new TaskOutcome.Finished(speech.say(Phrase.NO_CARD, customer.language()), List.of(looked));
        }
        if (meant.size() > 1) {
            String choices = active.stream().map(CardBlocking::line).collect(Collectors.joining("\n"));
            return new TaskOutcome.Finished(
                    speech.say(Phrase.WHICH_CARD, customer.language(), choices, active.getFirst().last4()),
                    List.of(looked));
        }
        return confirm(customer, meant.getFirst(), looked);
    }

    private TaskOutcome confirm(Customer customer, Card card, Performed looked) {
        UUID step = customer.once("confirm");
        // The card is drawn from the same arguments that the operation will be called with.
        Map<String, String> arguments = Map.of("cardRef", card.ref(), "last4", card.last4());
        steps.insert(
                step,
                customer.conversation(),
                StepSql.Kind.CONFIRM,
                Task.BLOCK_CARD,
                arguments,
                null,
                CONFIRM_WITHIN);
        String language = customer.language();
        return new TaskOutcome.Waiting(
                speech.say(
                        Phrase.CONFIRM_BLOCK,
                        language,
                        card.kind().toLowerCase(java.util.Locale.ROOT),
                        card.network(),
                        card.last4()),
                Map.of(
                        "kind", "CONFIRM",
                        "actionId", step.toString(),
                        "title", speech.say(Phrase.CONFIRM_BLOCK_TITLE, language),
                        "confirmLabel", speech.say(Phrase.CONFIRM_BLOCK_BUTTON, language),
                        "state", "OPEN",
                        "lines",
                                List.of(
                                        Map.of(
                                                "label", speech.say(Phrase.LABEL_CARD, language),
                                                "value", line(card).substring(2)),
                                        Map.of(
                                                "label", speech.say(Phrase.LABEL_EFFECT, language),
                                                "value", speech.say(Phrase.EFFECT_BLOCK, language)),
                                        Map.of(
                                                "label", speech.say(Phrase.LABEL_UNDO, language),
                                                "value", speech.say(Phrase.UNDO_BLOCK, language)))),
                step,
                List.of(looked));
    }

    TaskOutcome block(Customer customer, Caller caller, StepSql.Step step) {
        String last4 = step.arguments().getOrDefault("last4", "");
        BankResult<Blocking> result = cards.block(
                caller,
                step.arguments().getOrDefault("cardRef", ""),
                step.id().toString());
        if (!(result instanceof BankResult.Done<Blocking> done)) {
            return reading.unavailable("card.block", customer, result);
        }
        String text = speech.say(
                Phrase.CARD_BLOCKED, customer.language(), last4, Speech.time(done.value().at()));
        return new TaskOutcome.Finished(
                text,
                List.of(Results.performed(
                        "card.block",
                        result,
                        Map.of("card", "•••• " + last4),
                        last4 + " " + Speech.time(done.value().at()))));
    }

    private static String line(Card card) {
        return "- " + card.network() + " " + card.kind().toLowerCase(java.util.Locale.ROOT) + " •••• " + card.last4();
    }
}
