package io.openteller.platform.workflow.internal.runs;

import io.openteller.platform.desk.Packet;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.workflow.Performed;
import io.openteller.platform.workflow.RunReply;
import io.openteller.platform.workflow.RunReply.Elsewhere;
import io.openteller.platform.workflow.RunReply.Passed;
import io.openteller.platform.workflow.RunReply.Trail;
import io.openteller.procedures.machine.RunState;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts together what the runs of a conversation have for the customer and have not told yet. */
@Singleton
class Replying {

    private final TenantDatabase database;

    Replying(TenantDatabase database) {
        this.database = database;
    }

    RunReply reply(UUID conversation) {
        List<Run> speaking = database.inTransaction(sql -> RunSql.speaking(sql, conversation));
        Gathered all = new Gathered();
        // The one that was turned away from speaks last, when it is taken up again.
        speaking.stream()
                .sorted((one, other) -> Boolean.compare(one.status() == Run.Status.OPEN, other.status() == Run.Status.OPEN))
                .forEach(all::add);
        return new RunReply(
                all.told,
                String.join("\n\n", all.said),
                all.card,
                all.evidence,
                all.performed,
                all.elsewhere,
                all.passed,
                speaking.stream().map(Replying::trail).toList());
    }

    private static Trail trail(Run run) {
        RunState.Waiting waiting = run.state().waiting();
        return new Trail(
                run.id(), run.procedure(), run.version(), run.state().path(), waiting == null ? "" : waiting.what().name());
    }

    /** What a person should know who takes the conversation. */
    static List<Packet.Fact> about(Run run) {
        List<Packet.Fact> facts = new ArrayList<>();
        String source = run.procedure() + " version " + run.version();
        Instant now = run.now();
        String path = run.state().path().stream()
                .map(node -> node.substring(node.indexOf('/') + 1))
                .collect(Collectors.joining(" → "));
        facts.add(new Packet.Fact("Procedure", run.procedure() + ": " + path, source, now));
        Todo todo = run.todo();
        if (todo != null) {
            switch (todo.hold()) {
                case DOUBT -> facts.add(new Packet.Fact(
                        "Not known", "Whether the bank did it (call " + todo.callId() + ")", source, now));
                case APPROVAL -> facts.add(new Packet.Fact(
                        "Waits for approval", "Call " + todo.callId(), source, now));
                case NONE, SIGN_IN, CODE, QUESTIONS, CONFIRM -> {}
            }
        }
        run.state().owed().forEach(one -> facts.add(new Packet.Fact(
                run.takesBack() ? "Being taken back" : "Done and not completed", one.operation().toString(), source, now)));
        return facts;
    }

    /** What several runs say, in order. */
    private static final class Gathered {
        private final Map<UUID, Integer> told = new LinkedHashMap<>();
        private final List<String> said = new ArrayList<>();
        private final List<String> evidence = new ArrayList<>();
        private final List<Performed> performed = new ArrayList<>();
        private @Nullable Map<String, Object> card;
        private @Nullable Elsewhere elsewhere;
        private @Nullable Passed passed;

        void add(Run run) {
            if (run.untold().isEmpty()) {
                return;
            }
            told.put(run.id(), run.untold().size());
            for (Output output : run.untold()) {
                switch (output) {
                    case Output.Said(String text, List<String> values) -> {
                        said.add(text);
                        // The whole of it too: "5" stands for "in 5 days" only where the bank wrote it so.
                        evidence.addAll(values);
                        evidence.add(text);
                    }
                    case Output.Offered(List<String> labels) -> {
                        said.add(labels.stream().map(label -> "- " + label).collect(Collectors.joining("\n")));
                        evidence.addAll(labels);
                    }
                    case Output.Asked(Map<String, Object> shown) -> card = shown;
                    case Output.Did(Performed call) -> performed.add(call);
                    case Output.Elsewhere(String message, String reminder) -> {
                        elsewhere = new Elsewhere(message, reminder);
                        evidence.add(reminder);
                    }
                    case Output.Passed(String team, String reason, Map<String, String> facts) ->
                        passed = new Passed(team, reason, facts(run, facts), List.of());
                    case Output.Turned turned -> {}
                    case Output.Over over -> {}
                }
            }
        }

        private static List<Packet.Fact> facts(Run run, Map<String, String> known) {
            String source = run.procedure() + " version " + run.version();
            List<Packet.Fact> facts = new ArrayList<>();
            known.forEach((label, value) -> facts.add(new Packet.Fact(label, value, source, run.now())));
            facts.addAll(about(run));
            return facts;
        }
    }
}
