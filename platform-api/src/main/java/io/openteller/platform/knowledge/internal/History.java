package io.openteller.platform.knowledge.internal;

import io.openteller.platform.knowledge.Standing;
import io.openteller.platform.knowledge.internal.VersionFacts.State;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** All versions of one document, and when each is in force. */
final class History {

    private final List<VersionFacts> versions;
    private final Intervals intervals;

    /** @param versions newest first */
    History(List<VersionFacts> versions) {
        this.versions = List.copyOf(versions);
        Map<Integer, Effect> effects = new HashMap<>();
        for (VersionFacts one : versions) {
            if (one.effect() != null) {
                effects.put(one.version(), one.effect());
            }
        }
        this.intervals = Intervals.of(effects);
    }

    boolean isEmpty() {
        return versions.isEmpty();
    }

    /** Newest first. */
    List<VersionFacts> versions() {
        return versions;
    }

    Optional<VersionFacts> version(int number) {
        return versions.stream().filter(one -> one.version() == number).findFirst();
    }

    /** Of a history that is not empty. */
    VersionFacts latest() {
        return versions.getFirst();
    }

    int nextNumber() {
        return isEmpty() ? 1 : latest().version() + 1;
    }

    boolean everApproved() {
        return versions.stream().anyMatch(one -> one.state() == State.APPROVED);
    }

    boolean inReview() {
        return versions.stream().anyMatch(one -> one.state() == State.IN_REVIEW);
    }

    /** When somebody last put something in force or out of it. */
    Optional<Instant> lastDecision() {
        return versions.stream()
                .map(VersionFacts::effect)
                .filter(Objects::nonNull)
                .map(effect -> effect.revokedAt() == null ? effect.approvedAt() : effect.revokedAt())
                .max(Instant::compareTo);
    }

    Optional<Interval> interval(int version) {
        return intervals.of(version);
    }

    Optional<VersionFacts> inForceAt(Instant moment) {
        return intervals.inForceAt(moment).flatMap(this::version);
    }

    /** The one that was in force most recently, or is now. */
    Optional<VersionFacts> lastInForce(Instant now) {
        return versions.stream()
                .filter(one -> interval(one.version()).filter(when -> !when.from().isAfter(now)).isPresent())
                .max((one, other) -> begin(one).compareTo(begin(other)));
    }

    private Instant begin(VersionFacts version) {
        return interval(version.version()).orElseThrow().from();
    }

    Standing standing(VersionFacts version, Instant now) {
        return switch (version.state()) {
            case DRAFT -> Standing.DRAFT;
            case IN_REVIEW -> Standing.IN_REVIEW;
            case REJECTED -> Standing.REJECTED;
            case APPROVED -> interval(version.version()).map(when -> when.at(now)).orElseGet(() -> never(version));
        };
    }

    /** Approved, yet never in force: revoked before its time, or another took its place at once. */
    private static Standing never(VersionFacts version) {
        Effect effect = version.effect();
        return effect != null && effect.revokedAt() != null ? Standing.REVOKED : Standing.SUPERSEDED;
    }

    /** In force now, or going to be. */
    boolean current(VersionFacts version, Instant now) {
        Standing standing = standing(version, now);
        return standing == Standing.EFFECTIVE || standing == Standing.SCHEDULED;
    }
}
