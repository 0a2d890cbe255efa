package io.openteller.procedures.machine;

import io.openteller.procedures.definition.Node;
import io.openteller.procedures.machine.Answers.Read;
import io.openteller.procedures.machine.RunState.Heard;
import io.openteller.procedures.machine.RunState.Status;
import io.openteller.procedures.machine.RunState.Waiting;
import io.openteller.procedures.machine.reading.Wishes;
import io.openteller.procedures.machine.reading.Words;
import io.openteller.procedures.machine.reading.YesNo;
import java.time.Duration;
import java.util.Optional;

/** What the customer writes while a run waits. */
final class Talk {

    /** After this long nobody remembers what the question was. */
    private static final Duration SILENCE = Duration.ofHours(3);
    /** Below it, a run is not left for another procedure. */
    private static final double SURE = 0.7;

    private final Walk walk;
    private final Asking asking = new Asking();
    private final TakingBack takingBack;

    Talk(Walk walk) {
        this.walk = walk;
        this.takingBack = new TakingBack(walk);
    }

    void hear(Progress progress, Event.Message message) {
        Waiting waiting = progress.waiting;
        if (waiting == null) {
            throw new CannotGoOn("nothing was asked");
        }
        boolean away = progress.status == Status.SET_ASIDE
                || Duration.between(progress.heard.at(), message.at()).compareTo(SILENCE) > 0;
        progress.heard = new Heard(message.text(), "", message.at());
        progress.status = Status.RUNNING;
        language(progress, message);
        if (!away && waiting.what() == Waiting.For.ANSWER && picked(progress, message)) {
            return;
        }
        boolean person = message.understood().wantsPerson() || Wishes.person(message.text());
        if (person && progress.ending != null) {
            progress.ending = Amends.toPerson(progress.ending, "the customer asked for a person");
            progress.say(Phrase.WORKING.in(progress));
        } else if (person) {
            Endings.handOver(progress, "the customer asked for a person");
        } else if (waiting.what() == Waiting.For.OPERATION) {
            busy(progress, message, waiting);
        } else if (Wishes.cancel(message.text())) {
            Endings.cancel(progress);
        } else if (away && waiting.what() == Waiting.For.CONFIRMATION) {
            // A yes must be to what stands there now, not to what stood there yesterday.
            resume(progress);
        } else {
            if (away) {
                progress.say(Phrase.TAKING_UP.in(progress) + " " + whereItStands(progress, waiting));
            }
            wish(progress, message, waiting);
        }
    }

    /** Takes up what was asked last. */
    void resume(Progress progress) {
        Waiting waiting = progress.waiting;
        progress.status = Status.RUNNING;
        if (waiting == null) {
            throw new CannotGoOn("nothing was asked");
        }
        if (waiting.what() == Waiting.For.CONFIRMATION) {
            progress.say(Phrase.TAKING_UP.in(progress));
            again(progress);
        } else {
            progress.say(Phrase.TAKING_UP.in(progress) + " " + whereItStands(progress, waiting));
            options(progress, waiting);
        }
    }

    private void wish(Progress progress, Event.Message message, Waiting waiting) {
        String text = message.text();
        if (Wishes.repeat(text)) {
            again(progress);
        } else if (Wishes.back(text)) {
            takingBack.last(progress, () -> again(progress));
        } else if (!takingBack.tried(progress, text, () -> again(progress))) {
            switch (waiting.what()) {
                case ANSWER -> answer(progress, message, waiting);
                case CONFIRMATION -> confirm(progress, message, waiting);
                case IDENTITY, APPROVAL, EVENT, OPERATION -> {
                    if (!leave(progress, message) && !elsewhere(progress, message, waiting)) {
                        progress.say(whereItStands(progress, waiting));
                    }
                }
            }
        }
    }

    /** What is offered in these very words is meant, whatever else such words mean. */
    private boolean picked(Progress progress, Event.Message message) {
        if (!(progress.frame().node() instanceof Node.Ask ask)) {
            return false;
        }
        Optional<Read> read = Answers.picked(progress, progress.frame(), ask, message.text());
        read.ifPresent(one -> walk.go(progress, asking.take(progress, ask, one)));
        return read.isPresent();
    }

    private void answer(Progress progress, Event.Message message, Waiting waiting) {
        if (!(progress.frame().node() instanceof Node.Ask ask)) {
            throw new CannotGoOn("step " + progress.frame().node + " asks nothing");
        }
        if (takingBack.free(ask) && turnsAway(message.text()) && leave(progress, message)) {
            return;
        }
        Optional<Read> read = Answers.read(progress, progress.frame(), ask, message.text());
        if (read.isPresent()) {
            walk.go(progress, asking.take(progress, ask, read.get()));
        } else if (!leave(progress, message) && !elsewhere(progress, message, waiting)) {
            String next = asking.unreadable(progress, ask, waiting);
            if (next != null) {
                walk.go(progress, next);
            }
        }
    }

    private void confirm(Progress progress, Event.Message message, Waiting waiting) {
        Optional<Boolean> answer = YesNo.strictly(message.text());
        if (answer.isPresent() && message.crossed()) {
            // To whatever they said it, it was not this card.
            again(progress);
        } else if (answer.isPresent()) {
            progress.effects.add(new Effect.Settle(waiting.step(), answer.get()));
        } else if (!leave(progress, message) && !elsewhere(progress, message, waiting)) {
            progress.say(whereItStands(progress, waiting));
        }
    }

    /** An operation is under way: what is being done cannot be called off, only waited for. */
    private void busy(Progress progress, Event.Message message, Waiting waiting) {
        boolean stop = Wishes.cancel(message.text()) || YesNo.strictly(message.text()).equals(Optional.of(false));
        if (stop) {
            progress.say(Phrase.CANNOT_STOP.in(progress));
        } else if (!elsewhere(progress, message, waiting)) {
            progress.say(Phrase.WORKING.in(progress));
        }
    }

    private boolean leave(Progress progress, Event.Message message) {
        Event.Understood understood = message.understood();
        if (understood.intent().isEmpty() || understood.confidence() < SURE) {
            return false;
        }
        Optional<String> other = progress.tools
                .library()
                .startedBy(understood.intent())
                .filter(procedure -> progress.frames.stream().noneMatch(frame -> frame.procedure.equals(procedure)));
        other.ifPresent(procedure -> {
            progress.effects.add(new Effect.SetAside(procedure, message.text()));
            progress.status = Status.SET_ASIDE;
        });
        return other.isPresent();
    }

    private boolean elsewhere(Progress progress, Event.Message message, Waiting waiting) {
        if (!message.understood().question() && !Wishes.question(message.text())) {
            return false;
        }
        progress.effects.add(new Effect.AnswerElsewhere(message.text(), whereItStands(progress, waiting)));
        options(progress, waiting);
        return true;
    }

    private void again(Progress progress) {
        Waiting waiting = progress.waiting;
        if (waiting != null && waiting.what() == Waiting.For.CONFIRMATION) {
            walk.go(progress, progress.frame().node);
        } else if (waiting != null) {
            progress.say(whereItStands(progress, waiting));
            options(progress, waiting);
        }
    }

    private static void options(Progress progress, Waiting waiting) {
        if (waiting.what() == Waiting.For.ANSWER && progress.frame().node() instanceof Node.Ask ask) {
            Asking.offer(progress, waiting.step(), Options.of(progress, progress.frame(), ask.answer()));
        }
    }

    private static String whereItStands(Progress progress, Waiting waiting) {
        return switch (waiting.what()) {
            case ANSWER -> waiting.said();
            case OPERATION -> Phrase.WORKING.in(progress);
            case IDENTITY -> Phrase.VERIFY.in(progress);
            case CONFIRMATION -> waiting.said().isBlank() ? Phrase.CONFIRM.in(progress) : waiting.said();
            case APPROVAL -> Phrase.COLLEAGUE.in(progress);
            case EVENT -> Phrase.WAITING.in(progress);
        };
    }

    /** Where any text is an answer, only words like these lead away from the question. */
    private static boolean turnsAway(String text) {
        return Wishes.leave(text);
    }

    private static void language(Progress progress, Event.Message message) {
        String language = message.understood().language();
        boolean enough = Words.of(message.text()).size() >= 3;
        if (enough && progress.tools.bank().languages().contains(language)) {
            progress.language = language;
        }
    }
}
