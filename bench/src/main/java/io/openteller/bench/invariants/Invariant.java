package io.openteller.bench.invariants;

import java.util.List;
import java.util.function.BiFunction;

/**
 * Something that must hold, whatever happened.
 *
 * @param name as it stands in the report
 * @param breaches says in a sentence each where it does not
 */
public record Invariant(String name, BiFunction<Books, Witness, List<String>> breaches) {

    /** After faults and kills, once everything has come to rest. */
    public static List<Invariant> all() {
        return List.of(
                new Invariant("effectsWithoutConsent", Consent::breaches),
                new Invariant("effectsTwice", OnlyOnce::breaches),
                new Invariant("limitsPassed", WithinLimits::breaches),
                new Invariant("runsStuck", RunsRest::breaches),
                new Invariant("messagesLost", MessagesKept::breaches),
                new Invariant("answeredTwice", AnsweredOnce::breaches),
                new Invariant("booksDisagree", BooksAgree::breaches));
    }
}
