package io.openteller.platform.curation.internal;

import io.openteller.platform.audit.Audit;
import io.openteller.platform.curation.internal.Gap.Decided;
import io.openteller.platform.guard.Privacy;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gaps, the costliest first: by how often they are asked, and by the time that people then spend. */
@Singleton
class GapBoard {

    private static final int SHOWN_QUESTIONS = 20;

    private final TenantDatabase database;
    private final OpenQuestionSql questions;
    private final GapSql gaps;
    private final Meanings meanings;
    private final Privacy privacy;
    private final Owners owners;
    private final Audit audit;

    GapBoard(
            TenantDatabase database,
            OpenQuestionSql questions,
            GapSql gaps,
            Meanings meanings,
            Privacy privacy,
            Owners owners,
            Audit audit) {
        this.database = database;
        this.questions = questions;
        this.gaps = gaps;
        this.meanings = meanings;
        this.privacy = privacy;
        this.owners = owners;
        this.audit = audit;
    }

    List<Gap> since(Instant from) {
        List<OpenQuestion> asked = database.inTransaction(sql -> questions.since(sql, from)).stream()
                .map(this::withoutPersonalData)
                .toList();
        List<Decided> decided = database.inTransaction(gaps::all);
        Map<String, Meaning> known = meanings.of(Stream.concat(
                        asked.stream().map(OpenQuestion::text), decided.stream().map(Decided::label))
                .distinct()
                .toList());
        Set<UUID> taken = new HashSet<>();
        List<Gap> board = new ArrayList<>();
        for (List<OpenQuestion> group : Clusters.of(asked, known)) {
            OpenQuestion middle = Clusters.middle(group, known);
            Optional<Decided> before = decided.stream()
                    .filter(one -> !taken.contains(one.id()))
                    .filter(one -> Clusters.alike(meaning(known, one.label()), meaning(known, middle.text())))
                    .max(Comparator.comparingDouble(
                            one -> meaning(known, one.label()).likeness(meaning(known, middle.text()))));
            before.ifPresent(one -> taken.add(one.id()));
            board.add(gap(group, middle, before.orElse(null)));
        }
        board.sort(Comparator.comparing(Gap::state)
                .thenComparing(Comparator.comparingInt(Gap::volume).reversed())
                .thenComparing(Comparator.comparingDouble((Gap gap) -> gap.cost().minutes()).reversed()));
        return board;
    }

    /** @throws ProblemException if the board has changed and this gap is no longer on it */
    Gap decide(UUID id, Instant from, Gap.State state, @Nullable String owner, String by) {
        Gap gap = find(id, from);
        return database.inTransaction(sql -> {
            gaps.put(sql, id, gap.label(), state, owner, by);
            audit.record(sql, "knowledge.gap." + state.name().toLowerCase(Locale.ROOT), id.toString());
            return find(id, from);
        });
    }

    private Gap find(UUID id, Instant from) {
        return since(from).stream()
                .filter(gap -> gap.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ErrorCode.NOT_FOUND, "The questions have changed since the board was opened; open it again"));
    }

    private Gap gap(List<OpenQuestion> group, OpenQuestion middle, @Nullable Decided before) {
        List<OpenQuestion> newest = group.stream()
                .sorted(Comparator.comparing(OpenQuestion::at).reversed())
                .toList();
        int unanswered = (int) group.stream().filter(OpenQuestion::unanswered).count();
        double minutes = Math.round(
                        group.stream().mapToDouble(OpenQuestion::secondsWithPeople).sum() / 6)
                / 10.0;
        OpenQuestion.Nearest nearest = middle.nearest();
        return new Gap(
                before == null ? idOf(newest.getLast()) : before.id(),
                middle.text(),
                newest.stream()
                        .limit(SHOWN_QUESTIONS)
                        .map(one -> new Gap.Asked(one.text(), one.at(), one.conversation()))
                        .toList(),
                group.size(),
                unanswered,
                group.size() - unanswered,
                new Gap.Cost(minutes),
                Outline.of(group.stream().map(OpenQuestion::text).toList()),
                nearest,
                nearest == null ? null : owners.of(nearest.slug()).orElse(null),
                before == null ? Gap.State.OPEN : before.state(),
                before == null ? null : before.owner(),
                before == null ? 0 : askedSinceClosed(group, before));
    }

    private static int askedSinceClosed(List<OpenQuestion> group, Decided before) {
        return before.state() != Gap.State.CLOSED
                ? 0
                : (int) group.stream().filter(one -> one.at().isAfter(before.at())).count();
    }

    /** The same for the same first question, so that a board that is opened twice has the same gaps. */
    private static UUID idOf(OpenQuestion first) {
        return UUID.nameUUIDFromBytes(("gap:" + first.turn()).getBytes(StandardCharsets.UTF_8));
    }

    private OpenQuestion withoutPersonalData(OpenQuestion one) {
        String text = privacy.tokens(List.of(one.text())).hide(one.text());
        return new OpenQuestion(
                one.turn(), one.conversation(), text, one.at(), one.unanswered(), one.secondsWithPeople(), one.nearest());
    }

    private static Meaning meaning(Map<String, Meaning> known, String text) {
        return Objects.requireNonNull(known.get(text), "every text on the board has its meaning");
    }
}
