package io.openteller.platform.llm.internal.asking;

import io.openteller.platform.coordination.FairShare;
import io.openteller.platform.llm.ModelCall;
import io.openteller.platform.llm.ModelTime;
import io.openteller.platform.llm.Outcome;
import io.openteller.platform.llm.Outcome.NoModel;
import io.openteller.platform.llm.Outcome.Said;
import io.openteller.platform.llm.Outcome.Why;
import io.openteller.platform.llm.Reading;
import io.openteller.platform.llm.internal.asking.Attempt.Done;
import io.openteller.platform.llm.internal.asking.Attempt.Kept;
import io.openteller.platform.llm.internal.asking.Attempt.Let;
import io.openteller.platform.llm.internal.asking.Caller.About;
import io.openteller.platform.llm.internal.asking.Caller.Taking;
import io.openteller.platform.llm.internal.providers.Question;
import io.openteller.platform.llm.internal.routes.Candidate;
import io.openteller.platform.llm.internal.routes.Failure;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One question on its way along a route: the next candidate is asked when one fails, or is late, for as long as nothing that
 * one said has been shown. Every model that was asked, and every one that was not, is in the notes of the running work.
 */
final class Asking {

    private static final UUID NOBODY = new UUID(0, 0);

    private final Admission admission;
    private final Caller caller;
    private final Admission.For why;
    private final About about;
    private final Question question;
    private final Instant until;
    private final @Nullable Reading reading;
    private final Predicate<String> fits;
    private final Tenant bank = CurrentTenant.get();
    private boolean taken;
    private boolean stopped;

    /** @param reading null to take answers as a whole, if they are of use */
    Asking(
            Admission admission,
            Caller caller,
            Admission.For why,
            About about,
            Question question,
            Instant until,
            @Nullable Reading reading,
            Predicate<String> fits) {
        this.admission = admission;
        this.caller = caller;
        this.why = why;
        this.about = about;
        this.question = question;
        this.until = until;
        this.reading = reading;
        this.fits = fits;
    }

    /** @param order at least one */
    Done along(Iterable<Candidate> order) {
        Iterator<Candidate> left = order.iterator();
        Done last = null;
        while (left.hasNext()) {
            Attempt attempt = admission.admit(why, left.next(), question, until);
            if (attempt instanceof Let let) {
                Integer hedge = why.route().hedgeAfterMillis();
                last = hedge != null && left.hasNext()
                        ? FairShare.away(() -> raced(let, left, hedge))
                        : alone(let);
                if (last.outcome() instanceof Said || !left.hasNext() || !mayGoOn(last.outcome())) {
                    return last;
                }
            } else if (attempt instanceof Kept(NoModel none)) {
                ModelTime.note(none.call());
                if (last == null || none.why() != Why.NO_TIME) {
                    last = new Done(NOBODY, none, null);
                }
                if (none.why() == Why.NO_TIME) {
                    return last;
                }
            }
        }
        return Objects.requireNonNull(last, "a route has a candidate");
    }

    /** Whether another model may be asked after this; what was taken of the one before is void then. */
    private boolean mayGoOn(Outcome failed) {
        if (!(failed instanceof NoModel(Why reason, ModelCall call))) {
            return false;
        }
        // An answer that its reader did not want is a bad one, if the reader would have another.
        boolean listed = stopped && reason == Why.CANCELLED
                ? why.route().fallbackOn().contains(Failure.BAD_ANSWER)
                : Failure.of(reason).filter(why.route().fallbackOn()::contains).isPresent();
        if (!listed || (taken && (reading == null || !reading.again()))) {
            return false;
        }
        taken = false;
        stopped = false;
        return true;
    }

    private Done alone(Let let) {
        Done done = caller.ask(let, about, new Taking(pieces(null), fits, () -> false));
        ModelTime.note(done.outcome().call());
        return done;
    }

    private @Nullable Predicate<String> pieces(Race.@Nullable Lane lane) {
        Reading reader = reading;
        return reader == null ? null : piece -> {
            if (lane != null && !lane.wins()) {
                return false;
            }
            taken = true;
            boolean more = reader.take(piece);
            stopped = !more;
            return more;
        };
    }

    private Done raced(Let first, Iterator<Candidate> left, int hedgeAfter) {
        Race race = new Race();
        start(race, first);
        try {
            while (!race.decidedWithin(hedgeAfter) && left.hasNext()) {
                Attempt next = admission.admit(why, left.next(), question, until);
                if (next instanceof Let let) {
                    start(race, let);
                    break;
                } else if (next instanceof Kept(NoModel none)) {
                    ModelTime.note(none.call());
                }
            }
            Race.Lane last = race.over();
            race.lanes().stream().filter(lane -> lane != last).forEach(lane -> ModelTime.note(
                    ended(lane, "another model was faster").call()));
            Done done = Objects.requireNonNull(last.done());
            ModelTime.note(done.outcome().call());
            return done;
        } catch (InterruptedException stop) {
            race.abandon();
            Thread.currentThread().interrupt();
            List<Outcome> ended = race.lanes().stream().map(lane -> ended(lane, "interrupted")).toList();
            ended.forEach(outcome -> ModelTime.note(outcome.call()));
            return new Done(first.id(), ended.getFirst(), null);
        }
    }

    private void start(Race race, Let let) {
        race.start(
                let,
                lane -> CurrentTenant.call(
                        bank, () -> caller.ask(let, about, new Taking(pieces(lane), fits, lane::isLost))),
                work -> Thread.ofVirtual().name("model-race").start(work));
    }

    /** Of one that nobody waits for: it may still be ending. */
    private Outcome ended(Race.Lane lane, String why) {
        Done done = lane.done();
        Candidate asked = lane.let().candidate();
        return done != null
                ? done.outcome()
                : Admission.none(
                        about.task(), asked.plugin(), asked.model(), question.prompt(), Why.CANCELLED, why);
    }
}
