package io.openteller.platform.conversation.internal;

import io.openteller.platform.conversation.Author;
import io.openteller.platform.conversation.Owner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The turn protocol as it is told in one page, in memory: what {@link TurnModelIT} holds the stored one against. */
final class TurnModel {

    /** One line of a conversation. */
    record Line(Author author, String text) {}

    /** A conversation. */
    static final class Talk {
        final UUID id;
        final List<Line> lines = new ArrayList<>();
        final Map<String, Long> known = new HashMap<>();
        Owner owner = Owner.ASSISTANT;

        Talk(UUID id, String greeting) {
            this.id = id;
            lines.add(new Line(Author.ASSISTANT, greeting));
        }

        /** @return the number that it has from now on */
        long add(Author author, String text) {
            lines.add(new Line(author, text));
            return lines.size();
        }
    }

    /** What has to be answered. */
    static final class Turn {
        final UUID id;
        final Talk talk;
        final long seq;
        final String text;
        long fence;
        boolean running;
        boolean leaseOver;
        boolean done;

        Turn(UUID id, Talk talk, long seq, String text) {
            this.id = id;
            this.talk = talk;
            this.seq = seq;
            this.text = text;
        }

        private boolean isFree() {
            return !done && (!running || leaseOver);
        }

        private boolean comesBefore(Turn other) {
            return talk == other.talk
                    && (seq < other.seq || seq == other.seq && id.toString().compareTo(other.id.toString()) < 0);
        }
    }

    final List<Talk> talks = new ArrayList<>();

    /** In the order in which they came. */
    final List<Turn> turns = new ArrayList<>();

    /** The oldest that nobody works on, if no older one of its conversation is unfinished. */
    Optional<Turn> next() {
        return turns.stream()
                .filter(Turn::isFree)
                .filter(turn -> turns.stream().noneMatch(other -> !other.done && other.comesBefore(turn)))
                .min(Comparator.comparingInt(turns::indexOf));
    }

    boolean hasUnfinished(Talk talk) {
        return turns.stream().anyMatch(turn -> turn.talk == talk && !turn.done);
    }

    Turn claimed(Turn turn) {
        turn.running = true;
        turn.leaseOver = false;
        turn.fence++;
        return turn;
    }

    Turn of(UUID id) {
        return turns.stream().filter(turn -> turn.id.equals(id)).findFirst().orElseThrow();
    }
}
