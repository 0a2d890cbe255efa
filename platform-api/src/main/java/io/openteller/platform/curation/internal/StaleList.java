package io.openteller.platform.curation.internal;

import io.openteller.platform.curation.internal.Stale.Reason;
import io.openteller.platform.knowledge.DocumentInfo;
import io.openteller.platform.knowledge.Knowledge;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Documents in force that grew old, each with the most pressing reason. */
@Singleton
class StaleList {

    private static final Duration SOON = Duration.ofDays(30);
    private static final Duration LONG_UNUSED = Duration.ofDays(90);
    private static final Duration OLD = Duration.ofDays(365);

    private final Knowledge knowledge;
    private final TenantDatabase database;
    private final UsageSql usage;
    private final Clock clock;

    StaleList(Knowledge knowledge, TenantDatabase database, UsageSql usage, Clock clock) {
        this.knowledge = knowledge;
        this.database = database;
        this.usage = usage;
        this.clock = clock;
    }

    List<Stale> now() {
        Instant now = clock.instant();
        Set<String> cited = database.inTransaction(sql -> usage.since(sql, now.minus(LONG_UNUSED))).stream()
                .filter(one -> one.cited() > 0)
                .map(Usage::slug)
                .collect(Collectors.toSet());
        return knowledge.list().stream()
                .filter(document -> !document.archived())
                .flatMap(document -> stale(document, cited, now).stream())
                .sorted(Comparator.comparing(Stale::reason).thenComparing(Stale::title))
                .toList();
    }

    private static Optional<Stale> stale(DocumentInfo document, Set<String> cited, Instant now) {
        var due = document.reviewDue();
        if (due != null && !due.isAfter(now.atZone(ZoneOffset.UTC).toLocalDate())) {
            return Optional.of(of(document, Reason.REVIEW_DUE, due.atStartOfDay(ZoneOffset.UTC).toInstant()));
        }
        var effective = document.effective();
        if (effective == null) {
            return Optional.empty();
        }
        Instant until = effective.until();
        if (until != null && until.isBefore(now.plus(SOON))) {
            return Optional.of(of(document, Reason.EXPIRES_SOON, until));
        }
        if (effective.from().isBefore(now.minus(LONG_UNUSED)) && !cited.contains(document.slug())) {
            return Optional.of(of(document, Reason.NEVER_CITED, effective.from()));
        }
        return effective.from().isBefore(now.minus(OLD))
                ? Optional.of(of(document, Reason.OLD, effective.from()))
                : Optional.empty();
    }

    private static Stale of(DocumentInfo document, Reason reason, Instant at) {
        return new Stale(document.slug(), document.title(), document.owner(), document.reviewDue(), reason, at);
    }
}
