package io.openteller.bench.ledger;

import io.openteller.bench.Report;
import io.openteller.bench.Table;
import io.openteller.bench.invariants.Books;
import io.openteller.bench.invariants.Invariant;
import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec.Confirmation;
import io.openteller.operations.OperationSpec.Risk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a trial came to, in figures; and each breach in a sentence. */
final class Findings {

    private static final int SHOWN = 40;

    private Findings() {}

    /** A breach of one invariant at one bank. */
    record Breach(String invariant, String bank, String what) {}

    static List<Breach> breaches(Trial.Outcome outcome) {
        List<Breach> breaches = new ArrayList<>();
        for (Invariant invariant : Invariant.all()) {
            for (Books books : outcome.books()) {
                invariant.breaches()
                        .apply(books, outcome.witness())
                        .forEach(what -> breaches.add(new Breach(invariant.name(), books.name(), what)));
            }
        }
        outcome.witness().diary().surprises().forEach(what -> breaches.add(new Breach("surprises", "", what)));
        outcome.canaries().leaks().forEach(what -> breaches.add(new Breach("canaries", "", what)));
        if (outcome.unrest() > 0) {
            breaches.add(new Breach("unrest", "", outcome.unrest() + " things never came to rest"));
        }
        return breaches;
    }

    static Report report(Trial.Outcome outcome) {
        List<Breach> breaches = breaches(outcome);
        Report report = new Report()
                .metric("conversations", outcome.opened())
                .metric("messages", outcome.witness().byBank().values().stream().mapToLong(List::size).sum())
                .metric("turns", count(outcome, books -> books.turns().stream()))
                .metric("effects", count(outcome, books -> books.effects().stream()))
                .metric("confirmedEffects", count(outcome, Findings::confirmed))
                .metric("yesses", outcome.witness().diary().agreements())
                .metric("kills", outcome.kills())
                .metric("faults", outcome.faults())
                .metric("broken", breaches.size());
        Map<String, Long> byInvariant = breaches.stream()
                .collect(Collectors.groupingBy(Breach::invariant, TreeMap::new, Collectors.counting()));
        Invariant.all().forEach(one -> report.metric(one.name(), byInvariant.getOrDefault(one.name(), 0L)));
        report.metric("surprises", byInvariant.getOrDefault("surprises", 0L))
                .metric("foreignCanaries", outcome.canaries().foreign())
                .metric("unrest", outcome.unrest())
                .metric("minutesTotal", round(outcome.lasted().toMillis() / 60_000.0))
                .metric("secondsToRest", round(outcome.rested().toMillis() / 1000.0))
                .metric("startSecondsMedian", round(median(outcome.starts())))
                .metric("banks", outcome.books().size())
                .metric("together", outcome.plan().together())
                .metric("seed", outcome.plan().seed())
                .metric("takenBack", count(outcome, books -> books.intents().stream()
                        .filter(intent -> intent.undoes() != null && intent.state().equals("DONE"))))
                .metric("moneyMoved", money(outcome))
                .metric("effectsBy", by(outcome, books -> books.effects().stream().map(Books.Effect::operation)))
                .metric("intentsBy", by(outcome, books -> books.intents().stream().map(Books.IntentRow::state)))
                .metric("approvalsBy", by(outcome, books -> books.approvals().stream().map(Books.ApprovalRow::state)))
                .metric("approvalsToEffects", by(outcome, Findings::decided))
                .metric("limitsRefused", by(outcome, books -> books.denied().stream()
                        .filter(one -> one.rule().startsWith("limit-"))
                        .map(one -> one.operation() + " " + one.rule())))
                .metric("deniedBy", by(outcome, books -> books.denied().stream().map(Books.Denied::rule)))
                .metric("handedOver", count(outcome, books -> books.owners().values().stream()
                        .filter(owner -> !owner.equals("ASSISTANT"))))
                .metric("runsBy", by(outcome, books -> books.runs().stream()
                        .map(run -> run.status() + (run.waiting() == null ? "" : " " + run.waiting()))));
        if (!breaches.isEmpty()) {
            report.failed();
            report.table(new Table(
                    List.of("broken", "bank", "what"),
                    breaches.stream()
                            .limit(SHOWN)
                            .map(one -> List.of(one.invariant(), one.bank(), one.what()))
                            .toList()));
        }
        return report;
    }

    private static Stream<Books.Effect> confirmed(Books books) {
        return books.effects().stream()
                .filter(effect -> Catalogue.standard().find(effect.operation()).orElseThrow().confirmation()
                        == Confirmation.CUSTOMER);
    }

    /** By operation and currency, in whole units: what the bank's ledger says was paid, or was kept from going. */
    private static Map<String, Long> money(Trial.Outcome outcome) {
        return outcome.books().stream()
                .flatMap(books -> books.effects().stream())
                .filter(effect -> risk(effect) == Risk.MONEY)
                .map(effect -> Map.entry(effect, effect.result().path("amount")))
                .collect(Collectors.groupingBy(
                        one -> one.getKey().operation() + " " + one.getValue().path("currency").asText(),
                        TreeMap::new,
                        Collectors.summingLong(one -> one.getValue().path("minor").asLong() / 100)));
    }

    /** What a colleague said, and whether it was done. */
    private static Stream<String> decided(Books books) {
        Set<String> done = books.effects().stream().map(Books.Effect::callId).collect(Collectors.toSet());
        return books.approvals().stream()
                .map(one -> one.state() + (done.contains(one.callId()) ? " and done" : " and not done"));
    }

    private static Risk risk(Books.Effect effect) {
        return Catalogue.standard().find(effect.operation()).orElseThrow().risk();
    }

    private static long count(Trial.Outcome outcome, Function<Books, Stream<?>> what) {
        return outcome.books().stream().flatMap(what).count();
    }

    private static Map<String, Long> by(Trial.Outcome outcome, Function<Books, Stream<String>> what) {
        return outcome.books().stream()
                .flatMap(what)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private static double median(List<Duration> starts) {
        return starts.isEmpty()
                ? 0
                : starts.stream().sorted().toList().get(starts.size() / 2).toMillis() / 1000.0;
    }

    private static double round(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.1f", value));
    }
}
