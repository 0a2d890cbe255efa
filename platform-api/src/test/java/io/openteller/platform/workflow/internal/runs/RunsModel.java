package io.openteller.platform.workflow.internal.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with several procedures, as their drawings would show it, in memory: what {@link RunsModelIT} holds stored runs
 * against. One goes on, those that the customer turned away from wait their turn, the latest first.
 */
final class RunsModel {

    private static final int ATTEMPTS = 3;

    /** Each of another shape. */
    enum Procedure {
        /** A code, a question, a card, a call. */
        BLOCK_CARD("who", "which"),
        /** Two cards and two calls that belong together, a question, a third. */
        TWO_HALVES("who", "why"),
        /** Waits for a time. */
        REMIND_LATER("pause", "pause"),
        /** Waits for the bank to say something, or for so long. */
        WAIT_FOR_PAPERS("pause", "pause");

        private final String first;
        private final String proven;

        /** @param proven where it begins with a customer who has entered a code before */
        Procedure(String first, String proven) {
            this.first = first;
            this.proven = proven;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One run: where it waits, or how it ended. */
    static final class One {

        final Procedure procedure;

        /** The step; null when it is over. */
        @Nullable String step;

        String status = "OPEN";

        /** What it did and would take back. */
        private int done;

        private int attempts;

        private One(Procedure procedure, String step) {
            this.procedure = procedure;
            this.step = step;
        }

        @Override
        public String toString() {
            return procedure.id() + " " + (status.equals("OPEN") ? step : status);
        }
    }

    /** In the order in which they began. */
    final List<One> runs = new ArrayList<>();

    /** The latest last. */
    private final List<One> aside = new ArrayList<>();

    /** What was changed at the bank, and changed back. */
    int effects;

    private boolean proven;

    Optional<One> open() {
        return runs.stream().filter(one -> one.status.equals("OPEN")).findFirst();
    }

    boolean isAt(String... steps) {
        return open().map(one -> List.of(steps).contains(one.step)).orElse(false);
    }

    boolean isIn(Procedure procedure) {
        return open().map(one -> one.procedure == procedure).orElse(false);
    }

    boolean hasAside() {
        return !aside.isEmpty();
    }

    void begin(Procedure procedure) {
        open().ifPresent(one -> {
            one.status = "ASIDE";
            aside.add(one);
        });
        runs.add(new One(procedure, proven ? procedure.proven : procedure.first));
    }

    void code() {
        proven = true;
        now().step = now().procedure.proven;
    }

    /** The customer gives what is asked for. */
    void answer() {
        switch (String.valueOf(now().step)) {
            case "which" -> now().step = "sure";
            case "why" -> now().step = "sureLow";
            case "after" -> over("FINISHED");
            default -> throw new IllegalStateException("nothing is asked at " + now());
        }
    }

    /** More than any customer may: there is no card to be shown. */
    void raise() {
        person();
    }

    void mumble() {
        if (++now().attempts == ATTEMPTS) {
            person();
        }
    }

    void yes() {
        effects++;
        now().done++;
        switch (String.valueOf(now().step)) {
            case "sure" -> over("FINISHED");
            case "sureLow" -> now().step = "sureBlock";
            case "sureBlock" -> {
                now().step = "after";
                now().attempts = 0;
            }
            default -> throw new IllegalStateException("no card is shown at " + now());
        }
    }

    void yesThatIsRefused() {
        person();
    }

    void no() {
        takenBack();
        over("FINISHED");
    }

    void cancel() {
        takenBack();
        over("CANCELLED");
    }

    /** What belongs together and does not come to its end: the bank's books are changed as often as it was done. */
    private void takenBack() {
        if (now().procedure == Procedure.TWO_HALVES) {
            effects += now().done;
        }
    }

    void time() {
        if (now().procedure == Procedure.WAIT_FOR_PAPERS) {
            person();
        } else {
            over("FINISHED");
        }
    }

    void papers() {
        over("FINISHED");
    }

    /** Everything that was under way is theirs; of what was set aside before, what was done stays for them to decide. */
    void person() {
        takenBack();
        now().status = "HANDED_OVER";
        aside.forEach(one -> one.status = "HANDED_OVER");
        aside.clear();
    }

    private void over(String how) {
        now().status = how;
        if (!aside.isEmpty()) {
            aside.removeLast().status = "OPEN";
        }
    }

    private One now() {
        return open().orElseThrow();
    }
}
