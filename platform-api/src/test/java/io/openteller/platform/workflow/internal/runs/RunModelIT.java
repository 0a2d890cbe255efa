package io.openteller.platform.workflow.internal.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.workflow.Customer;
import io.openteller.platform.workflow.Heard;
import io.openteller.platform.workflow.RunReply;
import io.openteller.platform.workflow.Runs;
import io.openteller.platform.workflow.Steps;
import io.openteller.platform.workflow.internal.runs.FolderBank.Fault;
import io.openteller.platform.workflow.internal.runs.RunModel.At;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * A customer in the procedure that blocks a card, who does things in any order: codes, choices, a yes to a card that is no
 * longer shown, nothing for too long, a person; with turns that are tried again, other workers that look in, and a bank that
 * does it and does not say so. The stored run stands where the model stands, and the bank's books say what the model says.
 */
class RunModelIT {

    private static final Set<Act> LEADING = EnumSet.of(
            Act.BEGIN, Act.CODE, Act.CHOOSE, Act.YES, Act.YES_IN_WORDS, Act.YES_TO_A_SILENT_BANK);
    private static @Nullable ApplicationContext started;

    /** What happens. */
    enum Act {
        BEGIN,
        CODE,
        CHOOSE,
        MUMBLE,
        YES,
        YES_IN_WORDS,
        YES_TO_A_SILENT_BANK,
        YES_TO_AN_OLD_CARD,
        NO,
        THE_SAME_TURN_AGAIN,
        ANOTHER_WORKER,
        TIME_TO_SETTLE,
        TOO_LATE,
        A_PERSON
    }

    @BeforeContainer
    static void start() {
        started = RunPlatform.start(RunPlatform.newFolder());
    }

    private static ApplicationContext platform() {
        return Objects.requireNonNull(started);
    }

    @AfterContainer
    static void stop() {
        platform().close();
    }

    /** Every act and every place at least once, whatever the chance of the others. */
    @Example
    void each_way_through_the_procedure_is_the_models() {
        List<List<Act>> ways = List.of(
                List.of(Act.BEGIN, Act.CODE, Act.CHOOSE, Act.YES, Act.YES_TO_AN_OLD_CARD, Act.BEGIN),
                List.of(Act.BEGIN, Act.CODE, Act.MUMBLE, Act.CHOOSE, Act.YES_IN_WORDS, Act.THE_SAME_TURN_AGAIN),
                List.of(Act.BEGIN, Act.CODE, Act.CHOOSE, Act.YES_TO_A_SILENT_BANK, Act.ANOTHER_WORKER, Act.TIME_TO_SETTLE),
                List.of(Act.BEGIN, Act.CODE, Act.CHOOSE, Act.NO, Act.BEGIN, Act.MUMBLE, Act.MUMBLE, Act.MUMBLE),
                List.of(Act.BEGIN, Act.TOO_LATE, Act.BEGIN, Act.A_PERSON, Act.ANOTHER_WORKER));
        Set<Act> done = EnumSet.noneOf(Act.class);
        Set<At> seen = EnumSet.noneOf(At.class);
        for (List<Act> way : ways) {
            Both both = new Both(Chat.open(platform()));
            way.forEach(both::act);
            done.addAll(both.done);
            seen.addAll(both.seen);
        }
        assertThat(done).hasSize(Act.values().length);
        assertThat(seen).hasSize(At.values().length);
    }

    /** @param choices each one of the acts that make sense where the run stands, counted round and round */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void a_stored_run_is_the_model(@ForAll("choices") List<Integer> choices) {
        Both both = new Both(Chat.open(platform()));
        choices.forEach(both::choose);
        assertThat(both.done).isNotEmpty();
    }

    @Provide
    Arbitrary<List<Integer>> choices() {
        return Arbitraries.integers()
                .between(0, 999)
                .withDistribution(RandomDistribution.uniform())
                .list()
                .ofMinSize(8)
                .ofMaxSize(20);
    }

    /** The stored run and the model, side by side. */
    private static final class Both {

        private final Chat chat;
        private final Runs runs = platform().getBean(Runs.class);
        private final FolderBank books = platform().getBean(FolderBank.class);
        private final RunModel model = new RunModel();
        private final List<Act> done = new ArrayList<>();
        private final Set<At> seen = EnumSet.noneOf(At.class);
        private @Nullable Supplier<RunReply> last;
        private @Nullable UUID oldCard;

        Both(Chat chat) {
            this.chat = chat;
            // What the one before has left closed.
            books.fault(Fault.NONE);
        }

        void choose(int choice) {
            // What leads on comes twice: most runs are to come somewhere.
            List<Act> sensible = Stream.concat(Arrays.stream(Act.values()), LEADING.stream())
                    .filter(this::makesSense)
                    .toList();
            act(sensible.get(choice % sensible.size()));
        }

        private void act(Act act) {
            done.add(act);
            seen.add(model.at);
            if (model.at == At.DOUBT) {
                // After nine times a person is to find out. The model does not count, and nobody is asked so often here.
                chat.change("UPDATE bank_intent SET attempts = 0 WHERE state = 'IN_DOUBT'");
            }
            switch (act) {
                case BEGIN -> {
                    Customer customer = customer();
                    does(() -> runs.begin(customer, "block-card", heard("start", false)));
                    model.begin();
                }
                case CODE -> {
                    UUID step = newest("CODE");
                    chat.in(() -> platform().getBean(Steps.class).enterCode(chat.id(), step, FolderBank.CODE));
                    resume(step);
                    model.code();
                }
                case CHOOSE -> {
                    says("the one ending 4821", false);
                    model.choose();
                }
                case MUMBLE -> {
                    says("mumble mumble", false);
                    model.mumble();
                }
                case YES -> {
                    confirm(newest("CONFIRM"), true);
                    model.yes(true);
                }
                case YES_IN_WORDS -> {
                    says("yes", false);
                    model.yes(true);
                }
                case YES_TO_A_SILENT_BANK -> {
                    books.fault(Fault.BOOKS_CLOSED);
                    confirm(newest("CONFIRM"), true);
                    model.yes(false);
                }
                case YES_TO_AN_OLD_CARD -> {
                    UUID old = Objects.requireNonNull(oldCard);
                    chat.in(() -> {
                        platform().getBean(Steps.class).confirm(chat.id(), old, true);
                        return runs.resume(customer(), old);
                    });
                }
                case NO -> {
                    confirm(newest("CONFIRM"), false);
                    model.stop();
                }
                case THE_SAME_TURN_AGAIN -> chat.in(Objects.requireNonNull(last));
                case ANOTHER_WORKER -> looksIn();
                case TIME_TO_SETTLE -> {
                    books.fault(Fault.NONE);
                    chat.change("UPDATE bank_intent SET look_at = clock_timestamp(), lease_until = NULL"
                            + " WHERE state IN ('CALLING', 'IN_DOUBT')");
                    looksIn();
                    if (model.at == At.DOUBT) {
                        model.settle();
                    }
                }
                case TOO_LATE -> {
                    chat.change("UPDATE workflow_timer SET due = clock_timestamp()");
                    looksIn();
                    model.stop();
                }
                case A_PERSON -> {
                    says("I want to talk to a person", true);
                    model.person();
                }
            }
            seen.add(model.at);
            compare();
        }

        private boolean makesSense(Act act) {
            return switch (act) {
                case BEGIN -> !model.isUnderWay();
                case CODE -> model.at == At.IDENTITY;
                case CHOOSE, MUMBLE -> model.at == At.ANSWER;
                case YES, YES_IN_WORDS, YES_TO_A_SILENT_BANK, NO -> model.at == At.CONFIRMATION;
                case YES_TO_AN_OLD_CARD -> oldCard != null && model.at != At.CONFIRMATION;
                case THE_SAME_TURN_AGAIN -> last != null;
                case ANOTHER_WORKER, TIME_TO_SETTLE -> true;
                case TOO_LATE -> model.at == At.IDENTITY || model.at == At.ANSWER || model.at == At.CONFIRMATION;
                case A_PERSON -> model.at == At.IDENTITY || model.at == At.ANSWER || model.at == At.CONFIRMATION;
            };
        }

        private void does(Supplier<RunReply> turn) {
            last = turn;
            RunReply reply = chat.in(turn);
            chat.in(() -> {
                runs.told(reply);
                return true;
            });
        }

        private void says(String text, boolean wantsPerson) {
            Customer customer = customer();
            does(() -> runs.tell(customer, heard(text, wantsPerson)));
        }

        private void confirm(UUID step, boolean accepted) {
            oldCard = step;
            chat.in(() -> platform().getBean(Steps.class).confirm(chat.id(), step, accepted));
            resume(step);
        }

        private void resume(UUID step) {
            Customer customer = customer();
            does(() -> runs.resume(customer, step).orElseThrow());
        }

        private void looksIn() {
            chat.change("UPDATE workflow_run SET look_at = clock_timestamp(), lease_until = NULL WHERE status = 'OPEN'");
            chat.in(() -> {
                RunWork work = platform().getBean(RunWork.class);
                for (int i = 0; i < 10 && work.next(); i++) {
                    // goes on while one is due
                }
                return true;
            });
        }

        private UUID newest(String kind) {
            return UUID.fromString(chat.all("SELECT id::text FROM workflow_step WHERE kind = '" + kind
                            + "' AND state = 'OPEN' ORDER BY created_at DESC")
                    .getFirst());
        }

        private Customer customer() {
            var conversation =
                    chat.in(() -> platform().getBean(Conversations.class).find(chat.id())).orElseThrow();
            return new Customer(chat.id(), UUID.randomUUID(), "C-1", conversation.assurance(), "en");
        }

        private static Heard heard(String text, boolean wantsPerson) {
            return new Heard(text, "", 0, wantsPerson, false);
        }

        private void compare() {
            assertThat(stands()).as("after %s", done).isEqualTo(model.at);
            assertThat(chat.all("SELECT id::text FROM workflow_run")).hasSize(model.runs);
            assertThat(books.effects(chat.bank().slug().value())).as("in the bank's books").hasSize(model.blocked);
        }

        private At stands() {
            Optional<String> newest = chat.all("SELECT status || ' ' || coalesce(todo->>'hold', '') || ' ' || coalesce(waiting, '')"
                            + " FROM workflow_run ORDER BY started_at DESC LIMIT 1")
                    .stream()
                    .findFirst();
            String[] parts = newest.orElse("NOWHERE").split(" ");
            if (!parts[0].equals("OPEN")) {
                return At.valueOf(parts[0].equals("CANCELLED") ? "FINISHED" : parts[0]);
            }
            return At.valueOf(parts[1].equals("DOUBT") ? "DOUBT" : parts[2]);
        }
    }
}
