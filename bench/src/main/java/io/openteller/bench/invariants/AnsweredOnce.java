package io.openteller.bench.invariants;

import io.openteller.bench.invariants.Books.TurnRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every turn came to its end with one decision and at most one reply; every message was answered, or a person has it. */
final class AnsweredOnce {

    private AnsweredOnce() {}

    static List<String> breaches(Books books, Witness witness) {
        List<String> breaches = new ArrayList<>();
        for (TurnRow turn : books.turns()) {
            if (!turn.status().equals("DONE") || turn.decisions() != 1 || turn.replies() > 1) {
                breaches.add("turn " + turn.id() + " of " + turn.conversation() + " is " + turn.status() + " with "
                        + turn.decisions() + " decisions and " + turn.replies() + " replies");
            }
        }
        Map<String, List<TurnRow>> asked = books.turns().stream()
                .filter(turn -> !turn.woken())
                .collect(Collectors.groupingBy(turn -> turn.conversation() + " " + turn.request()));
        for (Witness.Taken taken : witness.taken(books.bank())) {
            List<TurnRow> turns = asked.getOrDefault(taken.conversation() + " " + taken.seq(), List.of());
            boolean isAssistants =
                    "ASSISTANT".equals(books.owners().getOrDefault(taken.conversation(), "nobody's"));
            String breach = breach(turns, isAssistants);
            if (breach != null) {
                breaches.add("message " + taken.seq() + " of " + taken.conversation() + " " + breach);
            }
        }
        return breaches;
    }

    private static @Nullable String breach(List<TurnRow> turns, boolean isAssistants) {
        if (turns.size() > 1) {
            return "has " + turns.size() + " turns";
        }
        int replies = turns.stream().mapToInt(TurnRow::replies).sum();
        return isAssistants && replies == 0 ? "was never answered" : null;
    }
}
