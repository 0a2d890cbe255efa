package io.openteller.bench.invariants;

import io.openteller.bench.invariants.Books.RunRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every run is over, or waits for somebody or something that can be named; nobody's lease is left behind. */
final class RunsRest {

    /** What a run may wait for, and why what it has to do meanwhile may rest; the empty one for nothing to do. */
    private static final Map<String, Set<String>> NAMED = Map.of(
            "ANSWER", Set.of(""),
            "IDENTITY", Set.of("CODE", "QUESTIONS", "SIGN_IN"),
            "CONFIRMATION", Set.of("CONFIRM", "CODE", "QUESTIONS", "SIGN_IN"),
            "APPROVAL", Set.of("APPROVAL", "CODE", "QUESTIONS", "CONFIRM"),
            "OPERATION", Set.of("APPROVAL", "CODE", "QUESTIONS", "CONFIRM", "SIGN_IN"),
            "EVENT", Set.of(""));

    private RunsRest() {}

    static List<String> breaches(Books books, Witness witness) {
        Map<UUID, List<RunRow>> open = books.runs().stream()
                .filter(run -> run.status().equals("OPEN"))
                .collect(Collectors.groupingBy(RunRow::conversation));
        List<String> breaches = new ArrayList<>();
        open.forEach((conversation, runs) -> {
            if (runs.size() > 1) {
                breaches.add("conversation " + conversation + " is in " + runs.size() + " procedures at once");
            }
        });
        for (RunRow run : books.runs()) {
            String breach = breach(run, books.owners().getOrDefault(run.conversation(), ""), open);
            if (breach != null) {
                breaches.add("run " + run.id() + " of " + run.procedure() + " in " + run.conversation() + " " + breach);
            }
        }
        return breaches;
    }

    private static @Nullable String breach(RunRow run, String owner, Map<UUID, List<RunRow>> open) {
        if (run.untold() && owner.equals("ASSISTANT")) {
            return "has something to tell that nobody tells";
        }
        if (run.status().equals("ASIDE")) {
            return open.containsKey(run.conversation()) ? null : "was set aside, and nothing is before it any more";
        }
        if (!run.status().equals("OPEN")) {
            return run.leased() ? "is over, and somebody still holds it" : null;
        }
        if (run.leased()) {
            return "is held by somebody, and nothing happens";
        }
        Set<String> holds = NAMED.get(run.waiting() == null ? "" : run.waiting());
        String hold = run.hold() == null ? "" : run.hold();
        if (holds == null || !holds.contains(hold)) {
            return "waits for " + run.waiting() + " with " + run.hold();
        }
        return run.due() ? "is due, and nobody looks at it" : null;
    }
}
