package io.openteller.bench.turns;

import io.openteller.bench.patrons.Pace;
import io.openteller.bench.patrons.Visit;
import io.openteller.bench.processes.PlatformProcess;
import io.openteller.local.LearntStart;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A life of the first platform in which its Java machine learns what all of them begin with afterwards. */
final class Schooling {

    /** What was learnt is written at the end, and a busy machine takes its time for it. */
    private static final Duration WRITTEN_DOWN = Duration.ofMinutes(2);

    private final LearntStart learnt;
    private final List<String> usual;

    Schooling(LearntStart learnt, List<String> usual) {
        this.learnt = learnt;
        this.usual = usual;
    }

    /** All of them are up before and after; none of them has the memory that it had. */
    void go(Stage stage) {
        stage.progress().say("customers talk for " + stage.plan().warming().toSeconds() + " s while a platform learns how to start");
        stage.platforms().forEach(PlatformProcess::stop);
        PlatformProcess pupil = stage.platforms().getFirst();
        pupil.set(with(learnt.learning()));
        stage.platforms().forEach(PlatformProcess::start);
        try (Group everybody = Group.begin(stage, stage.banks(), stage.plan().together(), new Pace(stage.plan().perSecond()), stage.tally())) {
            Visit.pause(stage.plan().warming().toMillis());
        }
        stage.platforms().forEach(platform -> platform.stop(WRITTEN_DOWN));
        learnt.make(usual);
        List<String> after = with(learnt.settings());
        for (PlatformProcess platform : stage.platforms()) {
            platform.set(after);
            Duration took = platform.start();
            stage.progress().say("a platform that had learnt is up after %.1f s".formatted(took.toMillis() / 1000.0));
        }
    }

    private List<String> with(List<String> more) {
        return Stream.of(usual, more).flatMap(List::stream).toList();
    }
}
