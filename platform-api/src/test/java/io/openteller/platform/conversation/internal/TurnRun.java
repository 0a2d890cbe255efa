package io.openteller.platform.conversation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.conversation.AppendOutcome;
import io.openteller.platform.conversation.Author;
import io.openteller.platform.conversation.ClaimedTurn;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.Opening;
import io.openteller.platform.conversation.Owner;
import io.openteller.platform.conversation.Ownership;
import io.openteller.platform.conversation.OwnershipOutcome;
import io.openteller.platform.conversation.Person;
import io.openteller.platform.conversation.Reply;
import io.openteller.platform.conversation.ReplyOutcome;
import io.openteller.platform.conversation.Seat;
import io.openteller.platform.conversation.StepTaken;
import io.openteller.platform.conversation.TurnQueue;
import io.openteller.platform.conversation.internal.TurnModel.Line;
import io.openteller.platform.conversation.internal.TurnModel.Talk;
import io.openteller.platform.conversation.internal.TurnModel.Turn;
import io.openteller.platform.tenancy.TenantDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stored protocol and its model, side by side: each act is done to both, and both must say the same of it. */
final class TurnRun {

    private static final int TALKS = 3;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration WITHIN = Duration.ofMinutes(1);
    private static final Person AGENT = new Person(new UUID(0, 7), "Abe Agent");
    private static final String GREETING = "Hello, I am an AI.";

    private final Conversations conversations;
    private final TurnQueue queue;
    private final Ownership ownership;
    private final TenantDatabase database;
    private final TurnModel model = new TurnModel();
    private final List<ClaimedTurn> claims = new ArrayList<>();

    TurnRun(Conversations conversations, TurnQueue queue, Ownership ownership, TenantDatabase database) {
        this.conversations = conversations;
        this.queue = queue;
        this.ownership = ownership;
        this.database = database;
        for (int i = 0; i < TALKS; i++) {
            UUID id = conversations.open(new Opening("WIDGET", null, null, "en", GREETING));
            model.talks.add(new Talk(id, GREETING));
        }
    }

    void act(TurnAct act) {
        switch (act) {
            case TurnAct.Say(int talk, int key, boolean seat) -> say(talk(talk), "m" + key, seat);
            case TurnAct.TakeStep(int talk, int key, boolean seat) -> takeStep(talk(talk), key, seat);
            case TurnAct.Wake(int talk) -> wake(talk(talk));
            case TurnAct.Claim() -> claim();
            case TurnAct.LeaseEnds(int turn) -> leaseEnds(turn);
            case TurnAct.Answer(int claim, TurnAct.Answer.Kind kind) -> answer(claim, kind);
            case TurnAct.Hand(int talk, TurnAct.Hand.Change change) -> hand(talk(talk), change);
        }
    }

    private Talk talk(int number) {
        return model.talks.get(number % TALKS);
    }

    private void say(Talk talk, String key, boolean seat) {
        List<ClaimedTurn> taken = new ArrayList<>();
        AppendOutcome outcome =
                conversations.append(talk.id, key, "says " + key, WITHIN, seat ? new TakingSeat(taken) : null);
        appended(talk, key, Author.CUSTOMER, "says " + key, outcome, seat, taken);
    }

    /** A worker that would begin the turn at once. */
    private record TakingSeat(List<ClaimedTurn> taken) implements Seat {

        @Override
        public Duration lease() {
            return LEASE;
        }

        @Override
        public void take(ClaimedTurn turn) {
            taken.add(turn);
        }
    }

    private void takeStep(Talk talk, int key, boolean seat) {
        UUID step = UUID.nameUUIDFromBytes((talk.id + "/" + key).getBytes(StandardCharsets.UTF_8));
        String text = "took " + key;
        List<ClaimedTurn> taken = new ArrayList<>();
        AppendOutcome outcome = conversations.resume(
                talk.id,
                new StepTaken(step, StepTaken.State.DONE, text),
                WITHIN,
                seat ? new TakingSeat(taken) : null);
        appended(talk, "step-" + step, Author.SYSTEM, text, outcome, seat, taken);
    }

    private void appended(
            Talk talk,
            String key,
            Author author,
            String text,
            AppendOutcome outcome,
            boolean seat,
            List<ClaimedTurn> taken) {
        boolean begins = seat
                && !talk.known.containsKey(key)
                && talk.owner == Owner.ASSISTANT
                && !model.hasUnfinished(talk);
        Long before = talk.known.get(key);
        if (before != null) {
            assertThat(outcome).isEqualTo(new AppendOutcome.Duplicate(before));
        } else if (talk.owner == Owner.CLOSED) {
            assertThat(outcome).isEqualTo(new AppendOutcome.Closed());
        } else {
            long seq = talk.add(author, text);
            talk.known.put(key, seq);
            if (talk.owner == Owner.ASSISTANT) {
                assertThat(outcome).isInstanceOfSatisfying(AppendOutcome.Appended.class, appended -> {
                    assertThat(appended.seq()).isEqualTo(seq);
                    model.turns.add(new Turn(appended.turn(), talk, seq, text));
                });
                if (begins) {
                    Turn begun = model.claimed(model.turns.getLast());
                    assertThat(taken).singleElement().satisfies(turn -> isClaimed(turn, begun));
                }
            } else {
                assertThat(outcome).isEqualTo(new AppendOutcome.ForPerson(seq));
            }
        }
        assertThat(taken).hasSize(begins ? 1 : 0);
    }

    private void isClaimed(ClaimedTurn turn, Turn known) {
        assertThat(turn.id()).isEqualTo(known.id);
        assertThat(turn.fence()).isEqualTo(known.fence);
        assertThat(turn.text()).isEqualTo(known.text);
        assertThat(turn.seq()).isEqualTo(known.seq);
        assertThat(turn.conversation()).isEqualTo(known.talk.id);
        claims.add(turn);
    }

    private void wake(Talk talk) {
        assertThat(queue.wake(talk.id, new UUID(0, 1), WITHIN)).isEqualTo(talk.owner == Owner.ASSISTANT);
        if (talk.owner == Owner.ASSISTANT) {
            UUID id = UUID.fromString(one("SELECT id::text FROM turn WHERE woken ORDER BY created_at DESC LIMIT 1"));
            model.turns.add(new Turn(id, talk, talk.lines.size(), ""));
        }
    }

    private void claim() {
        Optional<Turn> expected = model.next();
        Optional<ClaimedTurn> claimed = queue.claim(LEASE);
        assertThat(claimed.map(ClaimedTurn::id)).isEqualTo(expected.map(turn -> turn.id));
        claimed.ifPresent(turn -> isClaimed(turn, model.claimed(expected.orElseThrow())));
    }

    private void leaseEnds(int number) {
        List<Turn> running =
                model.turns.stream().filter(turn -> turn.running && !turn.done).toList();
        if (!running.isEmpty()) {
            Turn frozen = running.get(number % running.size());
            frozen.leaseOver = true;
            database.inTransaction(sql -> sql.execute(
                    "UPDATE turn SET lease_until = clock_timestamp() - interval '1 second' WHERE id = ?", frozen.id));
        }
    }

    private void answer(int number, TurnAct.Answer.Kind kind) {
        if (claims.isEmpty()) {
            return;
        }
        ClaimedTurn claim = claims.get(number % claims.size());
        Turn turn = model.of(claim.id());
        String text = kind == TurnAct.Answer.Kind.NOTHING ? "" : kind + " by " + claim.fence();
        Owner next = kind == TurnAct.Answer.Kind.HOLD ? Owner.QUEUE : Owner.ASSISTANT;
        ReplyOutcome outcome =
                queue.reply(claim, new Reply(text, null, next, "test", null, null, null, "{\"route\":\"test\"}"));
        if (turn.done || turn.fence != claim.fence()) {
            assertThat(outcome).isEqualTo(new ReplyOutcome.Superseded());
            return;
        }
        turn.done = true;
        if (turn.talk.owner != Owner.ASSISTANT) {
            assertThat(outcome).isEqualTo(new ReplyOutcome.PersonOwns());
            return;
        }
        turn.talk.owner = next;
        assertThat(outcome)
                .isEqualTo(text.isEmpty()
                        ? new ReplyOutcome.Silent()
                        : new ReplyOutcome.Stored(turn.talk.add(Author.ASSISTANT, text)));
    }

    private void hand(Talk talk, TurnAct.Hand.Change change) {
        long version = conversations.find(talk.id).orElseThrow().version();
        OwnershipOutcome outcome = switch (change) {
            case ASK_FOR_PERSON -> ownership.requestPerson(talk.id, change.name());
            case TAKE -> ownership.take(talk.id, AGENT, version, change.name());
            case RELEASE -> ownership.release(talk.id, AGENT, version, change.name());
            case CLOSE -> ownership.close(talk.id, AGENT, version, change.name());
        };
        Owner next = switch (change) {
            case ASK_FOR_PERSON -> talk.owner == Owner.ASSISTANT ? Owner.QUEUE : talk.owner;
            case TAKE -> Owner.AGENT;
            case RELEASE -> talk.owner == Owner.AGENT ? Owner.ASSISTANT : talk.owner;
            case CLOSE -> talk.owner == Owner.AGENT ? Owner.CLOSED : talk.owner;
        };
        if (talk.owner == Owner.CLOSED) {
            assertThat(outcome).isEqualTo(new OwnershipOutcome.Closed());
        } else if (next != talk.owner) {
            talk.owner = next;
            assertThat(outcome).isEqualTo(new OwnershipOutcome.Done(talk.add(Author.SYSTEM, change.name())));
        } else {
            assertThat(outcome).isNotInstanceOf(OwnershipOutcome.Done.class);
        }
    }

    /** What is stored is what the model says, to the last row. */
    void compare() {
        for (Talk talk : model.talks) {
            var stored = conversations.messages(talk.id, 0, 1000);
            assertThat(stored.stream().map(one -> new Line(one.author(), one.text())).toList()).isEqualTo(talk.lines);
            for (int i = 0; i < stored.size(); i++) {
                assertThat(stored.get(i).seq()).as("without a gap").isEqualTo(i + 1);
            }
            assertThat(conversations.find(talk.id).orElseThrow().owner()).isEqualTo(talk.owner);
        }
        String turns = model.turns.stream()
                .map(turn -> turn.id + " " + (turn.done ? "DONE" : turn.running ? "RUNNING" : "PENDING") + " " + turn.fence)
                .sorted()
                .reduce("", (one, other) -> one + "\n" + other);
        String stored = one("SELECT coalesce(string_agg(E'\\n' || id || ' ' || status || ' ' || fence, '' ORDER BY id::text), '')"
                + " FROM turn");
        assertThat(stored).isEqualTo(turns);
        long done = model.turns.stream().filter(turn -> turn.done).count();
        assertThat(one("SELECT count(*)::text FROM decision")).as("a decision of each").isEqualTo(String.valueOf(done));
        assertThat(one("SELECT count(*)::text FROM audit_event WHERE action = 'turn.done'"))
                .as("and a line of each in the audit")
                .isEqualTo(String.valueOf(done));
    }

    private String one(String query) {
        return database.inTransaction(
                sql -> sql.createQuery(query).mapTo(String.class).one());
    }
}
