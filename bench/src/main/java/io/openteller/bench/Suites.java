package io.openteller.bench;

import io.openteller.bench.answers.AnswersFitSuite;
import io.openteller.bench.answers.AnswersRankingSuite;
import io.openteller.bench.answers.AnswersSuite;
import io.openteller.bench.answers.PassagesSuite;
import io.openteller.bench.grounding.GroundingSetSuite;
import io.openteller.bench.grounding.GroundingSuite;
import io.openteller.bench.intents.IntentsSuite;
import io.openteller.bench.intents.OosSuite;
import io.openteller.bench.language.LanguageSuite;
import io.openteller.bench.retrieval.RetrievalSuite;
import io.openteller.bench.matter.MatterSuite;
import io.openteller.bench.risk.RiskSuite;
import io.openteller.bench.privacy.AbuseSuite;
import io.openteller.bench.privacy.InjectionSuite;
import io.openteller.bench.privacy.PiiSuite;
import io.openteller.bench.sentiment.SentimentSuite;
import io.openteller.bench.starter.StarterSuite;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The suites there are. */
final class Suites {

    /** What {@code ./openteller eval} measures. */
    static final List<Suite> ALL = List.of(
            new IntentsSuite(),
            new OosSuite(),
            new StarterSuite(),
            new LanguageSuite(),
            new SentimentSuite(),
            new RiskSuite(),
            new MatterSuite(),
            new RetrievalSuite(),
            new PassagesSuite(),
            new PiiSuite(),
            new InjectionSuite(),
            new AbuseSuite(),
            new AnswersSuite(),
            new AnswersRankingSuite(),
            new AnswersFitSuite(),
            new GroundingSuite(),
            new GroundingSetSuite());

    private Suites() {}

    static Optional<Suite> named(List<Suite> among, String name) {
        return among.stream().filter(suite -> suite.name().equals(name)).findFirst();
    }

    static String names(List<Suite> among) {
        return among.stream().map(Suite::name).collect(Collectors.joining(", "));
    }

    /** One line for each suite. */
    static String usage(String verb, List<Suite> among) {
        return among.stream()
                .map(suite -> "./openteller %s %-10s %s".formatted(verb, suite.name(), suite.usage()))
                .collect(Collectors.joining("\n"));
    }
}
