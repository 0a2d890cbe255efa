package io.openteller.bench.intents;

import java.util.List;
import java.util.stream.Collectors;

/** Chooses how much like the taught messages a message must be, and judges by it. */
final class Threshold {

    /**
     * @param right whether the guessed intent is the labelled one; never for a message out of scope
     */
    record Judged(double scope, boolean right, boolean inScope, String kind) {}

    /** On the valid file; a little more than is asked for, since the test file is another sample. */
    private static final double REFUSED = 0.82;

    private Threshold() {}

    /**
     * The lowest threshold at which messages of every kind that is out of scope are refused {@value #REFUSED} of the time: what
     * is refused beyond that costs customers who were understood.
     */
    static double on(List<Judged> valid) {
        return valid.stream()
                .filter(one -> !one.inScope())
                .collect(Collectors.groupingBy(Judged::kind))
                .values()
                .stream()
                .mapToDouble(kind -> {
                    double[] scopes =
                            kind.stream().mapToDouble(Judged::scope).sorted().toArray();
                    return Math.nextUp(scopes[(int) Math.ceil(REFUSED * scopes.length) - 1]);
                })
                .max()
                .orElseThrow();
    }

    /** How often a message in scope has more of it than one out of scope; ties count half. */
    static double auroc(List<Judged> all) {
        double[] inside = scopes(all, true);
        double[] outside = scopes(all, false);
        double wins = 0;
        for (double in : inside) {
            for (double out : outside) {
                wins += in > out ? 1 : in == out ? 0.5 : 0;
            }
        }
        return wins / ((double) inside.length * outside.length);
    }

    private static double[] scopes(List<Judged> all, boolean inScope) {
        return all.stream()
                .filter(one -> one.inScope() == inScope)
                .mapToDouble(Judged::scope)
                .toArray();
    }
}
