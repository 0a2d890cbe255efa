package io.openteller.platform.desk.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.Database;
import io.openteller.platform.TestSettings;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.Opening;
import io.openteller.platform.conversation.Owner;
import io.openteller.platform.identity.CurrentStaff;
import io.openteller.platform.identity.Role;
import io.openteller.platform.identity.Staff;
import io.openteller.platform.identity.StaffMember;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import io.openteller.platform.turn.Turns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * Three people, two conversations, and whatever they do with them, also with an old picture of them before their eyes: the
 * desk says and stores what the model says. A failure names its seed and the shortest sequence that was found.
 */
class DeskModelIT {

    private static final int TALKS = 2;
    private static final int PEOPLE = 3;
    private static final Duration WITHIN = Duration.ofMinutes(1);
    private static @Nullable ApplicationContext started;

    @BeforeContainer
    static void start() {
        started = ApplicationContext.run(TestSettings.quiet(Database.url()));
    }

    private static ApplicationContext platform() {
        return Objects.requireNonNull(started);
    }

    @AfterContainer
    static void stop() {
        platform().close();
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void the_desk_is_the_model(@ForAll("acts") List<DeskAct> acts) {
        String slug = "d" + UUID.randomUUID().toString().substring(0, 12);
        Tenant bank = platform().getBean(Tenants.class).register(new TenantSlug(slug), slug, "GBP");
        CurrentTenant.run(bank, () -> {
            Floor floor = new Floor();
            acts.forEach(floor::act);
            for (int talk = 0; talk < TALKS; talk++) {
                floor.compare(talk);
            }
        });
    }

    @Provide
    Arbitrary<List<DeskAct>> acts() {
        Arbitrary<Integer> talk = Arbitraries.integers().between(0, TALKS - 1);
        Arbitrary<Integer> person = Arbitraries.integers().between(0, PEOPLE - 1);
        Arbitrary<Integer> key = Arbitraries.integers().between(0, 4);
        Arbitrary<Boolean> fresh = Arbitraries.frequency(Tuple.of(5, true), Tuple.of(1, false));
        Arbitrary<Boolean> either = Arbitraries.of(true, false);
        Arbitrary<DeskAct> act = Arbitraries.frequencyOf(
                Tuple.of(2, Combinators.combine(talk, key).as(DeskAct.CustomerSays::new)),
                Tuple.of(2, talk.map(DeskAct.CustomerAsksForPerson::new)),
                Tuple.of(5, Combinators.combine(talk, person, fresh).as(DeskAct.Take::new)),
                Tuple.of(4, Combinators.combine(talk, person, Arbitraries.integers().between(0, PEOPLE), fresh)
                        .as(DeskAct.Transfer::new)),
                Tuple.of(3, Combinators.combine(talk, person, fresh).as(DeskAct.HandBack::new)),
                Tuple.of(1, Combinators.combine(talk, person, fresh, either).as(DeskAct.Resolve::new)),
                Tuple.of(4, Combinators.combine(talk, person, key).as(DeskAct.Say::new)),
                Tuple.of(1, Combinators.combine(talk, person).as(DeskAct.Note::new)));
        return act.list().ofMinSize(5).ofMaxSize(40);
    }

    /** The desk and its models. */
    private static final class Floor {

        private final Threads threads = platform().getBean(Threads.class);
        private final Conversations conversations = platform().getBean(Conversations.class);
        private final Turns turns = platform().getBean(Turns.class);
        private final List<StaffMember> people = new ArrayList<>();
        private final List<UUID> talks = new ArrayList<>();
        private final List<DeskModel> models = new ArrayList<>();

        Floor() {
            for (int i = 0; i < PEOPLE; i++) {
                people.add(platform().getBean(Staff.class).put(i + "@bank.example", "Person " + i, Set.of(Role.AGENT)));
            }
            for (int i = 0; i < TALKS; i++) {
                UUID talk = conversations.open(new Opening("WIDGET", "C-" + i, "Asha", "en", "Hello, I am an AI."));
                talks.add(talk);
                models.add(new DeskModel(conversations.find(talk).orElseThrow().version()));
            }
        }

        void act(DeskAct act) {
            UUID talk = talks.get(act.talk());
            DeskModel model = models.get(act.talk());
            switch (act) {
                case DeskAct.CustomerSays says -> {
                    conversations.append(talk, "c" + says.key(), "Hello", WITHIN);
                    model.customerSays("c" + says.key());
                }
                case DeskAct.CustomerAsksForPerson asks -> {
                    turns.requestPerson(talk);
                    model.customerAsksForPerson();
                }
                case DeskAct.Take take -> {
                    long seen = seen(model, take.fresh());
                    both(take.person(), model.take(id(take.person()), seen), () -> threads.take(talk, seen));
                }
                case DeskAct.Transfer transfer -> {
                    UUID to = transfer.to() < PEOPLE ? id(transfer.to()) : null;
                    long seen = seen(model, transfer.fresh());
                    both(
                            transfer.person(),
                            model.transfer(id(transfer.person()), to, seen),
                            () -> threads.transfer(talk, seen, to, "somebody else knows this"));
                }
                case DeskAct.HandBack back -> {
                    long seen = seen(model, back.fresh());
                    both(back.person(), model.handBack(id(back.person()), seen), () -> threads.release(talk, seen));
                }
                case DeskAct.Resolve resolve -> {
                    long seen = seen(model, resolve.fresh());
                    String note = resolve.withNote() ? "settled" : null;
                    both(
                            resolve.person(),
                            model.resolve(id(resolve.person()), seen, note != null),
                            () -> threads.resolve(talk, seen, note));
                }
                case DeskAct.Say say -> both(
                        say.person(),
                        model.say(id(say.person()), "p" + say.key()),
                        () -> threads.say(talk, "p" + say.key(), "One moment"));
                case DeskAct.Note note -> {
                    both(note.person(), Optional.empty(), () -> threads.note(talk, "looked into it"));
                    model.notes++;
                }
            }
            compare(act.talk());
        }

        private UUID id(int person) {
            return people.get(person).id();
        }

        private static long seen(DeskModel model, boolean fresh) {
            return fresh ? model.version : model.version - 1;
        }

        private void both(int person, Optional<ErrorCode> expected, Runnable work) {
            StaffMember member = people.get(person);
            var actor = new CurrentStaff.Actor(member.id(), member.name(), member.permissions());
            Optional<ErrorCode> refused = CurrentStaff.call(actor, () -> {
                try {
                    work.run();
                    return Optional.empty();
                } catch (ProblemException problem) {
                    return Optional.of(problem.code());
                }
            });
            assertThat(refused).isEqualTo(expected);
        }

        void compare(int number) {
            DeskModel model = models.get(number);
            UUID talk = talks.get(number);
            ThreadView view = threads.view(talk);
            assertThat(view.owner()).isEqualTo(model.owner);
            assertThat(holder(view)).isEqualTo(model.holder);
            assertThat(view.version()).isEqualTo(model.version);
            assertThat(view.messages()).hasSize(model.lines);
            assertThat(view.notes()).hasSize(model.notes);
            assertThat(platform().getBean(EscalationSql.class).open().stream().anyMatch(one -> one.conversation().equals(talk)))
                    .as("waits at the desk")
                    .isEqualTo(model.escalated);
            assertThat(view.assignedTo() != null).isEqualTo(model.owner == Owner.AGENT);
        }

        private static @Nullable UUID holder(ThreadView view) {
            return view.assignedTo() == null ? null : view.assignedTo().id();
        }
    }
}
