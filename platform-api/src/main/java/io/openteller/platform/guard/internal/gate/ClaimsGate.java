package io.openteller.platform.guard.internal.gate;

import io.openteller.platform.guard.Claim;
import io.openteller.platform.guard.Claim.Kind;
import io.openteller.platform.guard.Evidence;
import io.openteller.platform.guard.Evidence.Origin;
import io.openteller.platform.guard.Guard;
import io.openteller.platform.guard.PersonalData;
import io.openteller.platform.guard.Reply;
import io.openteller.platform.guard.Verdict;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lets a reply pass when each of its sentences follows from a sentence of the evidence and nothing in it is out of place. */
@Singleton
public final class ClaimsGate implements Guard {

    private final List<Policy> policies;

    ClaimsGate(PersonalData personal) {
        this.policies = List.of(new Phrases(), new OtherNames(), new Tone(), new Strangers(personal));
    }

    private ClaimsGate(List<Policy> policies) {
        this.policies = policies;
    }

    /** Without the look at personal data, which needs names that are learned at start. For measuring the gate alone. */
    public static ClaimsGate forClaimsOnly() {
        return new ClaimsGate(List.of());
    }

    @Override
    public Verdict inspectReply(Reply reply, List<Evidence> evidence) {
        List<Claim> claims = new ArrayList<>(new Entailment(evidence).claims(reply.text()));
        policies.forEach(policy -> claims.addAll(policy.broken(reply, evidence)));
        claims.sort(Comparator.comparingInt(Claim::start));
        boolean all = claims.stream().allMatch(Claim::supported);
        return all ? new Verdict.Pass(List.copyOf(claims)) : new Verdict.Downgrade(List.copyOf(claims));
    }

    /** The claims of a text against one set of evidence. */
    private static final class Entailment {

        private final List<Sentence> sources = new ArrayList<>();
        private final List<Figure> results = new ArrayList<>();
        private final boolean hasResults;
        private final Foreign foreign;
        private final SentenceCheck check;

        Entailment(List<Evidence> evidence) {
            for (Evidence one : evidence) {
                if (one.origin() == Origin.PASSAGE) {
                    sources.addAll(Layout.ofSource(one.text(), one.title() + "\n" + one.heading()));
                } else {
                    results.addAll(FigureReader.read(one.text()));
                }
            }
            hasResults = evidence.stream().anyMatch(one -> one.origin() == Origin.RESULT);
            foreign = new Foreign(sources);
            check = new SentenceCheck(sources);
        }

        List<Claim> claims(String text) {
            List<Claim> claims = new ArrayList<>();
            for (Sentence sentence : Statements.of(text)) {
                claims.addAll(claims(sentence));
            }
            return claims;
        }

        private List<Claim> claims(Sentence sentence) {
            List<Failing> failing;
            if (isReturned(sentence)) {
                failing = List.of();
            } else if (sources.isEmpty() && hasResults || foreign.isForeign(sentence, check)) {
                failing = figuresOnly(sentence);
            } else {
                failing = Statements.claimsSomething(sentence, check) ? check.failing(sentence) : List.of();
            }
            List<Claim> claims = new ArrayList<>();
            failing.stream().map(one -> claim(sentence, one.kind(), one.start(), one.end(), one.reason(), false)).forEach(claims::add);
            Statements.claimed(sentence).stream()
                    .filter(said -> failing.stream().noneMatch(one -> one.start() < said.end() && said.start() < one.end()))
                    .map(said -> claim(sentence, said.kind(), said.start(), said.end(), stands(sentence, said), true))
                    .forEach(claims::add);
            return claims;
        }

        /** Every figure of it was returned by one of the bank's systems; the words around it are the bank's own wording. */
        private boolean isReturned(Sentence sentence) {
            return !sentence.figures().isEmpty() && hasResults
                    && sentence.figures().stream().allMatch(figure -> results.stream().anyMatch(figure::sameQuantity));
        }

        /** Why a claim stands: not everything that stands is in a source. */
        private String stands(Sentence sentence, Failing said) {
            if (isReturned(sentence)) {
                return "As the bank's systems returned it.";
            }
            return Statements.claimsSomething(sentence, check) ? said.reason() : "Needs no source.";
        }

        private List<Failing> figuresOnly(Sentence sentence) {
            List<Failing> failing = new ArrayList<>();
            for (Figure figure : sentence.figures()) {
                boolean known = results.stream().anyMatch(figure::sameQuantity)
                        || sources.stream().flatMap(source -> source.figures().stream()).anyMatch(figure::sameQuantity);
                if (!known) {
                    failing.add(new Failing(figure.kind(), figure.start(), figure.end(),
                            "“" + FigureCheck.text(sentence, figure) + "” is not in what the reply rests on."));
                }
            }
            return failing;
        }

        private static Claim claim(Sentence sentence, Kind kind, int start, int end, String reason, boolean supported) {
            int last = Math.min(end, sentence.text().length());
            int first = Math.min(start, last);
            return new Claim(sentence.text().substring(first, last), kind, supported, reason,
                    sentence.offset() + first, sentence.offset() + last);
        }
    }

}
