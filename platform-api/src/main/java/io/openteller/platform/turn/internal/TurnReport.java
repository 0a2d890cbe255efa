package io.openteller.platform.turn.internal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.openteller.platform.conversation.AppendOutcome;
import io.openteller.platform.conversation.ClaimedTurn;
import io.openteller.platform.conversation.ReplyOutcome;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.turn.Decision;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What became of messages and turns, for the log and the meters: ids, names of ours and numbers only. */
@Singleton
class TurnReport {

    private static final Logger log = LoggerFactory.getLogger(TurnReport.class);

    /** Up to the limit within which a person must have the conversation. */
    private static final Duration[] STEPS = {
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(25)
    };

    private final MeterRegistry meters;

    TurnReport(MeterRegistry meters) {
        this.meters = meters;
    }

    AppendOutcome message(AppendOutcome outcome) {
        String kind = switch (outcome) {
            case AppendOutcome.Appended appended -> "for-assistant";
            case AppendOutcome.ForPerson forPerson -> "for-person";
            case AppendOutcome.Duplicate duplicate -> "repeated";
            case AppendOutcome.Closed closed -> "closed";
            case AppendOutcome.Unknown unknown -> "unknown";
        };
        meters.counter("openteller.messages", "bank", bank(), "kind", kind).increment();
        return outcome;
    }

    /** @param turn for the second time when a worker before this one let its lease run out */
    void claimed(ClaimedTurn turn) {
        meters.counter("openteller.turns.claimed", "bank", bank(), "again", String.valueOf(turn.fence() > 1))
                .increment();
    }

    void done(ClaimedTurn turn, Decision decision, ReplyOutcome outcome) {
        String route = decision.route().name();
        String end = switch (outcome) {
            case ReplyOutcome.Stored stored -> "stored";
            case ReplyOutcome.Silent silent -> "silent";
            case ReplyOutcome.Superseded superseded -> "superseded";
            case ReplyOutcome.PersonOwns personOwns -> "person-owns";
        };
        meters.counter("openteller.turns", "bank", bank(), "route", route, "rule", decision.rule(), "outcome", end)
                .increment();
        Timer.builder("openteller.turn.duration")
                .tags("bank", bank(), "route", route)
                .serviceLevelObjectives(STEPS)
                .register(meters)
                .record(Duration.ofMillis(decision.millis()));
        log.info(
                "turn done turn={} route={} rule={} ms={} outcome={}",
                turn.id(),
                route,
                decision.rule(),
                decision.millis(),
                end);
    }

    private static String bank() {
        return CurrentTenant.get().slug().value();
    }
}
