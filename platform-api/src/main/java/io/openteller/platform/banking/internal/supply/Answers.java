package io.openteller.platform.banking.internal.supply;

import io.openteller.platform.plugin.CallOutcome;
import io.openteller.spi.Outcome;
import java.util.function.Function;

final class Answers {

    private Answers() {}

    static <T> Answer of(String plugin, CallOutcome<T> called, Function<T, String> json) {
        return switch (called) {
            case CallOutcome.NotEnabled<T> none -> new Answer.NotAsked(plugin);
            case CallOutcome.Failed<T>(String id, String cause, long millis) -> new Answer.Silent(cause, id, millis);
            case CallOutcome.Answered<T>(String id, Outcome<T> outcome, long millis) ->
                switch (outcome) {
                    case Outcome.Done<T>(T value, var asOf) -> new Answer.Told(json.apply(value), asOf, id, millis);
                    case Outcome.NotFound<T>(String what) ->
                        new Answer.Refused("the bank knows no such " + what, id, millis);
                    case Outcome.Refused<T>(String reason) -> new Answer.Refused(reason, id, millis);
                    case Outcome.Unavailable<T>(String detail) -> new Answer.Silent(detail, id, millis);
                };
        };
    }
}
