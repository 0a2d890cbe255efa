package io.openteller.bench.customers;

import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.customers.EventStream.Card;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Does in one conversation whatever comes to mind: most of the time what leads on, and often enough anything else. */
final class RandomCustomer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_ACTS = 24;

    /** What counts for a card that is shown. */
    private static final Set<String> YES = Set.of("yes");

    private final Wire wire;
    private final Diary diary;
    private final Gateway phone;
    private final SandboxBank bank;
    private final SandboxBank.Customer self;
    private final Sayings sayings;
    private final String locale;
    private final Random chance;

    RandomCustomer(
            Wire wire,
            Diary diary,
            Gateway phone,
            SandboxBank bank,
            SandboxBank.Customer self,
            Sayings sayings,
            String locale,
            Random chance) {
        this.wire = wire;
        this.diary = diary;
        this.phone = phone;
        this.bank = bank;
        this.self = self;
        this.sayings = sayings;
        this.locale = locale;
        this.chance = chance;
    }

    /**
     * Opens a conversation and leads it to some end.
     *
     * @param stays until then, and not longer
     * @return whether the platform opened one at all
     */
    boolean visits(BooleanSupplier stays) {
        Optional<Visit> opened = Visit.open(wire, diary, bank, self, locale);
        opened.ifPresent(visit -> {
            try (visit) {
                live(visit, stays);
            }
        });
        return opened.isPresent();
    }

    private void live(Visit visit, BooleanSupplier stays) {
        int procedures = 1 + chance.nextInt(2);
        int idle = 0;
        visit.events().awaitReply(0, PATIENCE);
        say(visit, sayings.beginning(chance));
        for (int act = 0; act < MOST_ACTS && stays.getAsBoolean(); act++) {
            if (!visit.events().isAssistants()) {
                // Somebody else has it now. Now and then one more word to them.
                if (chance.nextInt(4) == 0) {
                    say(visit, "are you there?");
                }
                return;
            }
            Card card = visit.events().card();
            boolean ends = card == null && isDone(visit.events().told());
            if (ends && --procedures <= 0 || ++idle > 7 && chance.nextInt(4) == 0) {
                return;
            }
            if (chance.nextInt(60) == 0) {
                return;
            }
            if (ends) {
                say(visit, sayings.beginning(chance));
            } else if (card == null || chance.nextInt(14) == 0) {
                talk(visit);
            } else if (card.kind().equals("OTP")) {
                code(visit, card);
            } else {
                confirm(visit, card);
            }
        }
    }

    /** What a procedure ends with asks nothing. */
    private static boolean isDone(String told) {
        return !told.contains("?") && !told.contains("？");
    }

    private void talk(Visit visit) {
        int dice = chance.nextInt(100);
        if (dice < 82) {
            say(visit, sayings.answer(visit.events().told(), self, chance));
        } else if (dice < 94) {
            say(visit, sayings.besides(chance));
        } else if (dice < 96) {
            say(visit, sayings.beginning(chance));
        } else if (dice < 97) {
            visit.asksForPerson();
        } else if (dice < 98) {
            say(visit, "I want to talk to a person");
        } else {
            stale(visit);
        }
    }

    private void say(Visit visit, String text) {
        long before = visit.events().last();
        if (YES.contains(text)) {
            visit.agreesInWords();
        }
        long said = visit.says(text, chance.nextInt(12) == 0);
        visit.events().awaitReply(Math.max(before, said), PATIENCE);
    }

    private void code(Visit visit, Card card) {
        int dice = chance.nextInt(100);
        long before = visit.events().last();
        if (dice < 89) {
            String right = phone.code(bank.slug(), self.mobile()).orElse("000000");
            if (dice < 8) {
                say(visit, "my code is " + right);
            } else if (visit.entersCode(card.challenge(), right).orElse("").equals("VERIFIED")) {
                visit.events().awaitReply(before, PATIENCE);
            }
        } else if (dice < 93) {
            visit.entersCode(card.challenge(), "%06d".formatted(chance.nextInt(1_000_000)));
        } else if (dice < 95) {
            visit.resendsCode(card.challenge());
        } else {
            talk(visit);
        }
    }

    private void confirm(Visit visit, Card card) {
        long before = visit.events().last();
        int dice = chance.nextInt(100);
        if (dice < 50) {
            visit.answersCard(card.action(), List.of(true));
        } else if (dice < 68) {
            visit.answersCard(card.action(), List.of(true, true));
        } else if (dice < 74) {
            visit.answersCard(card.action(), List.of(true, false));
        } else if (dice < 86) {
            visit.answersCard(card.action(), List.of(false));
        } else {
            talk(visit);
            return;
        }
        visit.events().awaitReply(before, PATIENCE);
        if (chance.nextInt(8) == 0) {
            stale(visit);
        }
    }

    /** Presses on cards that were answered long ago. */
    private void stale(Visit visit) {
        List<Card> cards = visit.events().cards().stream()
                .filter(card -> card.kind().equals("CONFIRM"))
                .toList();
        if (!cards.isEmpty()) {
            visit.answersCard(cards.get(chance.nextInt(cards.size())).action(), List.of(chance.nextInt(4) > 0));
        }
    }
}
