package io.openteller.platform.workflow.internal.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.workflow.BankEvents;
import io.openteller.platform.workflow.Customer;
import io.openteller.platform.workflow.Heard;
import io.openteller.platform.workflow.RunReply;
import io.openteller.platform.workflow.Runs;
import io.openteller.platform.workflow.Steps;
import io.openteller.platform.workflow.internal.runs.FolderBank.Fault;
import io.openteller.platform.workflow.internal.runs.RunsModel.Procedure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
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
 * A customer who turns from one procedure to another and back, in any order: questions, codes, cards, calls that the bank refuses and
 * that are taken back, waiting for a time or for news. After each act every stored run of the conversation stands where the model's
 * does, and the bank's books have as many changes. {@link RunModelIT} goes further into one procedure.
 */
class RunsModelIT {

    private static final Set<Act> LEADING = EnumSet.of(Act.CODE, Act.ANSWER, Act.RAISE, Act.YES, Act.REFUSED);

    private static @Nullable ApplicationContext started;

    /** What happens. */
    enum Act {
        BLOCK_CARD,
        TWO_HALVES,
        REMIND_LATER,
        WAIT_FOR_PAPERS,
        CODE,
        ANSWER,
        RAISE,
        MUMBLE,
        YES,
        REFUSED,
        NO,
        CANCEL,
        TIME,
        PAPERS,
        A_PERSON,
        THE_SAME_TURN_AGAIN,
        ANOTHER_WORKER
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

    /** Every act, each procedure to its end, each way in which one comes back that was set aside. */
    @Example
    void each_way_through_the_procedures_is_the_models() {
        List<List<Act>> ways = List.of(
                List.of(Act.TWO_HALVES, Act.CODE, Act.ANSWER, Act.YES, Act.YES, Act.ANSWER),
                List.of(Act.TWO_HALVES, Act.CODE, Act.ANSWER, Act.YES, Act.YES, Act.RAISE),
                List.of(Act.TWO_HALVES, Act.CODE, Act.ANSWER, Act.YES, Act.REFUSED),
                List.of(Act.TWO_HALVES, Act.CODE, Act.ANSWER, Act.YES, Act.YES, Act.CANCEL),
                List.of(Act.REMIND_LATER, Act.TIME),
                List.of(Act.WAIT_FOR_PAPERS, Act.PAPERS, Act.WAIT_FOR_PAPERS, Act.TIME),
                List.of(Act.BLOCK_CARD, Act.CODE, Act.REMIND_LATER, Act.ANOTHER_WORKER, Act.TIME, Act.ANSWER, Act.YES),
                List.of(Act.REMIND_LATER, Act.BLOCK_CARD, Act.CODE, Act.ANSWER, Act.NO, Act.TIME),
                List.of(Act.BLOCK_CARD, Act.CODE, Act.TWO_HALVES, Act.ANSWER, Act.YES, Act.YES, Act.ANSWER, Act.THE_SAME_TURN_AGAIN, Act.ANSWER),
                // What ended the one is not heard by the other, which goes on with it, when the turn is tried again.
                List.of(Act.BLOCK_CARD, Act.CODE, Act.TWO_HALVES, Act.ANSWER, Act.YES, Act.YES, Act.ANSWER, Act.THE_SAME_TURN_AGAIN, Act.MUMBLE, Act.MUMBLE),
                List.of(Act.WAIT_FOR_PAPERS, Act.BLOCK_CARD, Act.CODE, Act.MUMBLE, Act.MUMBLE, Act.MUMBLE, Act.REMIND_LATER),
                List.of(Act.BLOCK_CARD, Act.CODE, Act.REMIND_LATER, Act.WAIT_FOR_PAPERS, Act.A_PERSON));
        Set<Act> done = EnumSet.noneOf(Act.class);
        for (List<Act> way : ways) {
            Both both = new Both(Chat.open(platform()));
            way.forEach(both::act);
            done.addAll(both.done);
        }
        assertThat(done).hasSize(Act.values().length);
    }

    /** @param choices each one of the acts that make sense where the conversation stands, counted round and round */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void stored_runs_are_the_models(@ForAll("choices") List<Integer> choices) {
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

    /** The stored runs and the model, side by side. */
    private static final class Both {

        private final Chat chat;
        private final Runs runs = platform().getBean(Runs.class);
        private final FolderBank books = platform().getBean(FolderBank.class);
        private final RunsModel model = new RunsModel();
        private final List<Act> done = new ArrayList<>();
        private @Nullable Supplier<RunReply> last;

        Both(Chat chat) {
            this.chat = chat;
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
            switch (act) {
                case BLOCK_CARD, TWO_HALVES, REMIND_LATER, WAIT_FOR_PAPERS -> begin(Procedure.valueOf(act.name()));
                case CODE -> {
                    UUID step = newest("CODE");
                    chat.in(() -> platform().getBean(Steps.class).enterCode(chat.id(), step, FolderBank.CODE));
                    resume(step);
                    model.code();
                }
                case ANSWER -> {
                    says(model.isAt("which") ? "the one ending 4821" : model.isAt("why") ? "mislaid it" : "leave it", false);
                    model.answer();
                }
                case RAISE -> {
                    says("raise it", false);
                    model.raise();
                }
                case MUMBLE -> {
                    says("mumble mumble", false);
                    model.mumble();
                }
                case YES -> {
                    confirm(true);
                    model.yes();
                }
                case REFUSED -> {
                    books.refusesNext();
                    confirm(true);
                    model.yesThatIsRefused();
                }
                case NO -> {
                    confirm(false);
                    model.no();
                }
                case CANCEL -> {
                    says("cancel", false);
                    model.cancel();
                }
                case TIME -> {
                    chat.change("UPDATE workflow_timer SET due = clock_timestamp()"
                            + " WHERE run_id IN (SELECT id FROM workflow_run WHERE status = 'OPEN')");
                    looksIn();
                    model.time();
                }
                case PAPERS -> {
                    var taken = chat.in(() -> platform().getBean(BankEvents.class)
                            .take(new BankEvents.Happening(
                                    UUID.randomUUID().toString(), "C-1", "papers.received", Written.object())));
                    assertThat(taken).isEqualTo(new BankEvents.Taken.Done(BankEvents.Outcome.WOKEN, chat.id()));
                    looksIn();
                    model.papers();
                }
                case A_PERSON -> {
                    says("I want to talk to a person", true);
                    model.person();
                }
                case THE_SAME_TURN_AGAIN -> chat.in(Objects.requireNonNull(last));
                case ANOTHER_WORKER -> looksIn();
            }
            assertThat(stored()).as("after %s", done).isEqualTo(model.runs.stream().map(RunsModel.One::toString).toList());
            assertThat(books.effects(chat.bank().slug().value())).as("in the bank's books after %s", done).hasSize(model.effects);
        }

        private boolean makesSense(Act act) {
            return switch (act) {
                // What is being confirmed is not turned away from.
                case BLOCK_CARD, TWO_HALVES, REMIND_LATER, WAIT_FOR_PAPERS ->
                    model.runs.size() < 6 && (model.open().isEmpty() || model.isAt("which", "why", "after", "pause"));
                case CODE -> model.isAt("who");
                case ANSWER -> model.isAt("which", "why", "after");
                case RAISE -> model.isAt("after");
                case MUMBLE -> model.isAt("which", "why", "after");
                case YES, REFUSED, NO -> model.isAt("sure", "sureLow", "sureBlock");
                case CANCEL, A_PERSON -> model.isAt("which", "why", "after");
                case TIME -> model.isAt("pause", "which");
                case PAPERS -> model.isIn(Procedure.WAIT_FOR_PAPERS);
                case THE_SAME_TURN_AGAIN -> last != null;
                case ANOTHER_WORKER -> true;
            };
        }

        private void begin(Procedure procedure) {
            Customer customer = customer();
            does(() -> runs.begin(customer, procedure.id(), heard("start", false)));
            model.begin(procedure);
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

        private void confirm(boolean accepted) {
            UUID step = newest("CONFIRM");
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

        private List<String> stored() {
            return chat.all("SELECT procedure || ' ' || CASE status WHEN 'OPEN' THEN split_part(state->'path'->>-1, '/', 2) ELSE status END"
                    + " FROM workflow_run ORDER BY started_at, id");
        }
    }
}
