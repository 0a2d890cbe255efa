package io.openteller.platform.llm.internal.records;

import io.openteller.platform.llm.Prompt;
import io.openteller.platform.llm.Task;
import io.openteller.platform.llm.internal.asking.Direct;
import io.openteller.platform.llm.internal.asking.Direct.Answer;
import io.openteller.platform.llm.internal.providers.Question;
import io.openteller.platform.llm.internal.records.CallReports.Row;
import io.openteller.platform.llm.internal.records.CallViews.Replayed;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import jakarta.inject.Singleton;

/** Asks again what was asked before. */
@Singleton
class Replays {

    private final Direct models;

    Replays(Direct models) {
        this.models = models;
    }

    Replayed replay(Row row) {
        Answer answer = models.ask(Task.valueOf(row.task()), row.plugin(), row.model(), question(row), row.streamed());
        return new Replayed(
                answer.said(),
                answer.why(),
                answer.said() == null ? null : answer.said().equals(row.said()),
                answer.said() == null ? 0 : Direct.agreement(row.said(), answer.said()),
                answer.millis(),
                answer.tokens(),
                answer.id());
    }

    /** As it was sent: from its record, and its prompt's file, which never changes. */
    private static Question question(Row row) {
        Prompt.Shape shape =
                Prompt.shape(row.prompt()).orElseThrow(() -> new ProblemException(ErrorCode.CALL_NOT_WHOLE));
        if (row.shortened()) {
            throw new ProblemException(ErrorCode.CALL_NOT_WHOLE);
        }
        return Question.of(
                row.model(),
                row.prompt(),
                row.system().isEmpty() ? shape.system() : row.system(),
                row.asked(),
                shape.schema(),
                shape.maxOutputTokens());
    }
}
