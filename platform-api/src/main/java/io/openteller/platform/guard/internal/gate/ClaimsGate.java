package io.openteller.platform.guard.internal.gate;

import io.openteller.platform.embedding.Remembered;
import io.openteller.platform.embedding.TextHash;
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
import java.util.Set;

/** Lets a reply pass when each of its sentences follows from a sentence of the evidence and nothing in it is out of place. */
@Singleton
public final class ClaimsGate implements Guard {

    private static final int REMEMBERED = 20_000;

    private final List<Policy> policies;
    private final Remembered<List<Claim>> known =
            new Remembered<>(REMEMBERED, claims -> claims.stream().allMatch(Claim::supported));

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
        List<Claim> claims = new ArrayList<>(
                isOfDocuments(evidence)
                        ? known.of(TextHash.of(reply.text(), evidence), () -> claims(reply, evidence))
                        : claims(reply, evidence));
        policies.forEach(policy -> claims.addAll(policy.broken(reply, evidence)));
        claims.sort(Comparator.comparingInt(Claim::start));
        boolean all = claims.stream().allMatch(Claim::supported);
        return all ? new Verdict.Pass(List.copyOf(claims)) : new Verdict.Downgrade(List.copyOf(claims));
    }

    private static List<Claim> claims(Reply reply, List<Evidence> evidence) {
        return List.copyOf(new Entailment(evidence).claims(reply.text()));
    }

    /** What was made of documents alone is nobody's own. */
    private static boolean isOfDocuments(List<Evidence> evidence) {
        return !evidence.isEmpty()
                && evidence.stream().allMatch(one -> one.origin() == Origin.PASSAGE && !one.title().isEmpty());
    }

    /** The claims of a text against one set of evidence. */
    private static final class Entailment {

        /** Sameness from which a sentence is a copy with something changed, and not another wording. */
        private static final double COPIED = 0.6;

        private static final ReadPassages PASSAGES = new ReadPassages();

        private final List<Sentence> sources = new ArrayList<>();
        private final List<Figure> results = new ArrayList<>();
        private final boolean hasResults;
        private final Foreign foreign;
        private final SentenceCheck check;
        private final Binding binding;

        Entailment(List<Evidence> evidence) {
            List<Fact> facts = new ArrayList<>();
            for (Evidence one : evidence) {
                if (one.origin() == Origin.PASSAGE) {
                    ReadPassages.Read read = PASSAGES.of(one);
                    sources.addAll(read.sentences());
                    facts.addAll(read.facts());
                } else {
                    results.addAll(FigureReader.read(one.text()));
                }
            }
            hasResults = evidence.stream().anyMatch(one -> one.origin() == Origin.RESULT);
            foreign = new Foreign(sources);
            check = new SentenceCheck(sources);
            binding = new Binding(facts);
        }

        List<Claim> claims(String text) {
            List<Claim> claims = new ArrayList<>();
            Set<String> subject = Set.of();
            for (Sentence sentence : Statements.of(text)) {
                claims.addAll(claims(sentence, subject));
                subject = binding.subject(sentence, subject);
            }
            return claims;
        }

        private List<Claim> claims(Sentence sentence, Set<String> before) {
            List<Failing> failing;
            if (isReturned(sentence)) {
                failing = List.of();
            } else if (sources.isEmpty() && hasResults || foreign.isForeign(sentence, check)) {
                failing = figuresOnly(sentence);
            } else {
                failing = Statements.claimsSomething(sentence, check) ? bound(sentence, before) : List.of();
            }
            List<Claim> claims = new ArrayList<>();
            failing.stream().map(one -> claim(sentence, one.kind(), one.start(), one.end(), one.reason(), false)).forEach(claims::add);
            Statements.claimed(sentence).stream()
                    .filter(said -> failing.stream().noneMatch(one -> one.start() < said.end() && said.start() < one.end()))
                    .map(said -> claim(sentence, said.kind(), said.start(), said.end(), stands(sentence, said), true))
                    .forEach(claims::add);
            return claims;
        }

        private List<Failing> bound(Sentence sentence, Set<String> before) {
            List<Failing> failing = check.failing(sentence);
            return switch (binding.of(sentence, before)) {
                case Binding.Outcome.Conflict(Failing one) -> failing.isEmpty() && !check.isSaid(sentence) ? List.of(one) : failing;
                case Binding.Outcome.Bound() -> failing.isEmpty() || check.isAlike(sentence, COPIED) ? failing : List.of();
                case Binding.Outcome.Unsure() -> failing;
            };
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
