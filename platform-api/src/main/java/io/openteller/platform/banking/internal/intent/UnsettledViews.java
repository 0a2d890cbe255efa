package io.openteller.platform.banking.internal.intent;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.operations.OperationSpec.Risk;
import io.openteller.platform.banking.internal.intent.AttemptSql.Attempt;
import io.openteller.platform.identity.CurrentStaff;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Unsettled calls as staff see them. */
final class UnsettledViews {

    private UnsettledViews() {}

    @Serdeable
    record UnsettledList(List<UnsettledCall> operations, UnsettledCounts counts) {}

    /** @param asking how many the bank is asked about; {@code people} wait for one, {@code second} for a second one */
    @Serdeable
    record UnsettledCounts(int asking, int people, int second) {}

    /**
     * One call.
     *
     * @param customer only the last digits of their number
     * @param nextAt when the bank is asked again; null when it is not any more
     * @param forPerson whether a person has to look
     * @param undoWanted whether it was to be undone
     * @param needsTwo whether what one person found waits for a second one
     */
    @Serdeable
    record UnsettledCall(
            String callId,
            String operation,
            String title,
            Risk risk,
            String customer,
            UUID conversation,
            Intent.State state,
            String reason,
            Instant since,
            int attempts,
            @Nullable Instant nextAt,
            boolean forPerson,
            boolean undoWanted,
            boolean needsTwo,
            @Nullable UnsettledFinding found) {}

    /** @param mine whether you said it yourself */
    @Serdeable
    record UnsettledFinding(boolean notDone, String reason, String by, Instant at, boolean mine) {}

    @Serdeable
    record UnsettledRow(String label, String value) {}

    /** @param came of it; {@code by} null for the platform itself */
    @Serdeable
    record UnsettledAttempt(Instant at, AttemptSql.What what, String came, @Nullable String by) {}

    @Serdeable
    record UnsettledEnd(String by, Instant at, String reason) {}

    /**
     * All that is known of one.
     *
     * @param plugin that was called
     * @param rows what it does, as the customer saw it
     * @param settled null until it is
     */
    @Serdeable
    record UnsettledDetail(
            UnsettledCall operation,
            @Nullable String plugin,
            @Nullable Instant calledAt,
            List<UnsettledRow> rows,
            List<UnsettledAttempt> history,
            @Nullable UnsettledEnd settled) {}

    static UnsettledList list(List<Unsettled> all, UnsettledSql.Counts counts) {
        return new UnsettledList(all.stream().map(UnsettledViews::call).toList(), counts(counts));
    }

    static UnsettledCounts counts(UnsettledSql.Counts counts) {
        return new UnsettledCounts(counts.asking(), counts.people(), counts.second());
    }

    static UnsettledDetail detail(Unsettled one, List<Attempt> history) {
        var card = one.card();
        var settled = one.settled();
        return new UnsettledDetail(
                call(one),
                one.plugin(),
                one.calledAt(),
                card == null
                        ? List.of()
                        : card.rows().stream().map(row -> new UnsettledRow(row.label(), row.value())).toList(),
                history.stream()
                        .map(each -> new UnsettledAttempt(each.at(), each.what(), each.came(), each.by()))
                        .toList(),
                settled == null ? null : new UnsettledEnd(settled.by(), settled.at(), settled.reason()));
    }

    private static UnsettledCall call(Unsettled one) {
        var found = one.found();
        return new UnsettledCall(
                one.callId(),
                one.operation(),
                one.spec().title(),
                one.spec().risk(),
                one.customer(),
                one.conversation(),
                one.state(),
                one.reason(),
                one.since(),
                one.attempts(),
                one.nextAt(),
                one.forPerson(),
                one.undoWanted(),
                one.needsTwo(),
                found == null
                        ? null
                        : new UnsettledFinding(
                                found.notDone(),
                                found.reason(),
                                found.name(),
                                found.at(),
                                CurrentStaff.get().id().equals(found.by())));
    }
}
