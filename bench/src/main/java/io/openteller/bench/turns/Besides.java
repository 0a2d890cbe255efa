package io.openteller.bench.turns;

import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.patrons.Pace;
import io.openteller.bench.patrons.Tally;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is measured on the same machine after what came out at most was: each in a time of its own, with what it needs beside it. */
final class Besides {

    /** Of what came out at most; so much that the other banks do not notice each other. */
    private static final double QUIET = 0.3;
    /** In a second: where nothing came out before it is not everything that is sent now. */
    private static final double SLOWEST = 0.1;
    /** A bank that sends more than it gets answers for has ever more customers waiting; not more than these. */
    private static final int CROWD = 1_500;

    private final Stage stage;
    private Measured most;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    private Besides(Stage stage, Measured most) {
        this.stage = stage;
        this.most = most;
    }

    /** @param most of the time in which everybody wrote as fast as they were answered */
    static Map<String, Object> figures(Stage stage, Measured most) {
        Besides besides = new Besides(stage, most);
        Plan.Besides wanted = stage.plan().besides();
        if (wanted.modelMillis() != null) {
            besides.withModel(wanted.modelMillis());
        }
        if (wanted.share() > 0) {
            besides.atShare(wanted.share());
        }
        if (wanted.noisy() > 0) {
            besides.besideNoisy(wanted.noisy());
        }
        return besides.figures;
    }

    /** Before it and after it the model answers at once: code gets faster while it runs, and must not be what is compared. */
    private void withModel(int millis) {
        SlowModel model = Objects.requireNonNull(stage.model());
        stage.progress().say("the model takes " + millis + " ms from now on");
        model.takes(millis);
        long asked = model.asked();
        Tally tally = stage.tally().part();
        Measured slow = together(tally);
        long calls = model.asked() - asked;
        int atOnce = model.mostAtOnce();
        stage.progress().say("the model answers at once again");
        model.takes(0);
        Measured again = together(stage.tally().part());
        most = again.perSecond() > most.perSecond() ? again : most;
        figures.put("turnsPerSecondAtOnce", TurnsSuite.round(most.perSecond()));
        figures.put("turnsPerSecondWithModel", TurnsSuite.round(slow.perSecond()));
        figures.put("modelRatio", TurnsSuite.round(slow.perSecond() / most.perSecond()));
        figures.put("inFlightAtOnce", TurnsSuite.round(again.waiting()));
        figures.put("inFlightWithModel", TurnsSuite.round(slow.waiting()));
        figures.put("inFlightMostWithModel", tally.mostInFlight());
        figures.put("modelMostAtOnce", atOnce);
        figures.put("modelCalls", calls);
        figures.put("modelMillis", millis);
        figures.put("answerP99WithModelMillis", p99(tally));
        figures.put("timesLimitedWithModel", tally.timesLimited());
    }

    private Measured together(Tally tally) {
        try (Group all = Group.begin(
                stage, stage.banks(), stage.plan().together(), new Pace(stage.plan().perSecond()), tally)) {
            return stage.measure(tally);
        }
    }

    private void atShare(double share) {
        double perSecond = Math.max(SLOWEST, share * most.messagesPerSecond());
        stage.progress().say("%.1f messages a second, %.2f of what came out at most".formatted(perSecond, share));
        Tally tally = stage.tally().part();
        try (Group all = Group.begin(stage, stage.banks(), stage.plan().together(), new Pace(perSecond), tally)) {
            Measured calm = stage.measure(tally);
            figures.put("share", share);
            figures.put("turnsPerSecondAtShare", TurnsSuite.round(calm.perSecond()));
            figures.put("acceptP99AtShareMillis", TurnsSuite.round(Tally.millis(tally.accept(), 99)));
            figures.put("answerP50AtShareMillis", TurnsSuite.round(Tally.millis(tally.answer(), 50)));
            figures.put("answerP99AtShareMillis", p99(tally));
            figures.put("timesLimitedAtShare", tally.timesLimited());
        }
    }

    private void besideNoisy(int times) {
        List<SandboxBank> noisy = stage.banks().subList(0, 1);
        List<SandboxBank> others = stage.banks().subList(1, stage.banks().size());
        double each = Math.max(SLOWEST, QUIET * most.messagesPerSecond() / stage.banks().size());
        Tally alone = stage.tally().part();
        Tally beside = stage.tally().part();
        Tally loud = stage.tally().part();
        int together = Math.max(others.size(), stage.plan().together());
        stage.progress().say("each bank's customers send %.2f messages a second".formatted(each));
        try (Group first = Group.begin(stage, others, together, new Pace(each * others.size()), alone);
                Group one = Group.begin(stage, noisy, crowd(each), new Pace(each), stage.tally().part())) {
            stage.measure(alone);
        }
        stage.progress().say("one of them %.1f".formatted(each * times));
        try (Group second = Group.begin(stage, others, together, new Pace(each * others.size()), beside);
                Group one = Group.begin(stage, noisy, crowd(each * times), new Pace(each * times), loud)) {
            loud.measure(true);
            Measured measured = stage.measure(beside);
            figures.put("noisyTimes", times);
            figures.put("neighboursAnswerP99AloneMillis", p99(alone));
            figures.put("neighboursAnswerP99BesideMillis", p99(beside));
            figures.put("neighbourRatio", TurnsSuite.round(p99(beside) / Math.max(0.001, p99(alone))));
            figures.put("neighboursTurnsPerSecond", TurnsSuite.round(measured.perSecond()));
            figures.put("neighboursLimited", alone.timesLimited() + beside.timesLimited());
            figures.put("noisyTurns", loud.turns());
            figures.put("noisyLimited", loud.timesLimited());
        }
    }

    /** As many as are in a conversation at a time when each answer and each way there takes two seconds. */
    private static int crowd(double perSecond) {
        return (int) Math.clamp(Math.ceil(perSecond * 2), 4, CROWD);
    }

    private static double p99(Tally tally) {
        return TurnsSuite.round(Tally.millis(tally.answer(), 99));
    }
}
