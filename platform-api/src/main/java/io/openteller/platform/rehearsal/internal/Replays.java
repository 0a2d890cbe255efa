package io.openteller.platform.rehearsal.internal;

import io.openteller.platform.conversation.Author;
import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.rehearsal.internal.TrialViews.Line;
import io.openteller.platform.rehearsal.internal.TrialViews.Replayed;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.machine.RunState;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What customers once wrote, led through another version of a procedure. They prove who they are and agree to what they are
 * shown, as far as they get; the made-up bank answers.
 */
@Singleton
class Replays {

    private static final int MESSAGES = 200;
    private static final int ROUNDS = 50;

    private final Conversations conversations;
    private final Trials trials;
    private final Hearing hearing;

    Replays(Conversations conversations, Trials trials, Hearing hearing) {
        this.conversations = conversations;
        this.trials = trials;
        this.hearing = hearing;
    }

    Replayed replay(UUID conversation, Definition definition) {
        Conversation past =
                conversations.find(conversation).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        String customer = past.customerRef();
        List<Message> written = conversations.messages(conversation, 0, MESSAGES);
        List<Message> byCustomer =
                written.stream().filter(one -> one.author() == Author.CUSTOMER).toList();
        if (customer == null || byCustomer.isEmpty()) {
            throw new ProblemException(
                    ErrorCode.PROCEDURE_INVALID, "Only a conversation of a signed-in customer can be replayed");
        }
        Trial trial = trials.passing(
                definition,
                customer,
                past.language() == null ? past.locale() : past.language(),
                byCustomer.getFirst().text(),
                trials.inputs(Map.of()));
        for (Message message : byCustomer.subList(1, byCustomer.size())) {
            agreed(trial, message);
            if (trial.state().status() == RunState.Status.RUNNING) {
                trial.says(message.text(), hearing.of(message.text(), trial.said()), message.createdAt());
            }
        }
        agreed(trial, byCustomer.getLast());
        List<Line> before = written.stream()
                .filter(one -> one.author() == Author.CUSTOMER || one.author() == Author.ASSISTANT)
                .map(one -> new Line(one.createdAt(), one.author().name(), one.text()))
                .toList();
        return new Replayed(List.of(), Tested.path(trial.state()), trial.lines(), differences(before, trial.lines()));
    }

    private static void agreed(Trial trial, Message at) {
        for (int round = 0; round < ROUNDS; round++) {
            RunState.Waiting waiting = trial.state().waiting();
            boolean decided = waiting != null
                    && switch (waiting.what()) {
                        case IDENTITY, CONFIRMATION, APPROVAL ->
                            trial.decides(waiting.what().name(), true, at.createdAt());
                        case ANSWER, EVENT, OPERATION -> false;
                    };
            if (!decided) {
                return;
            }
        }
    }

    /** What the assistant said then and does not say now, and the other way round. */
    private static List<String> differences(List<Line> before, List<Line> now) {
        List<String> differences = new ArrayList<>();
        said(before).stream().filter(text -> !said(now).contains(text)).forEach(text -> differences.add("then: " + text));
        said(now).stream().filter(text -> !said(before).contains(text)).forEach(text -> differences.add("now: " + text));
        return differences;
    }

    private static List<String> said(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.by().equals("ASSISTANT"))
                .map(Line::text)
                .toList();
    }
}
