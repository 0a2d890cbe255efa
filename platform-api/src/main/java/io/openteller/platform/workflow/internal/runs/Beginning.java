package io.openteller.platform.workflow.internal.runs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.platform.procedure.Procedures;
import io.openteller.platform.procedure.Procedures.Published;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.workflow.Customer;
import io.openteller.platform.workflow.Heard;
import io.openteller.procedures.machine.Effect;
import io.openteller.procedures.machine.Step;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Begins runs, each once. */
@Singleton
class Beginning {

    private final TenantDatabase database;
    private final Procedures procedures;
    private final Course course;

    Beginning(TenantDatabase database, Procedures procedures, Course course) {
        this.database = database;
        this.procedures = procedures;
        this.course = course;
    }

    /** @return the run, begun now or when this turn was tried before */
    Run begin(Customer customer, String procedure, Heard heard) {
        return begin(customer, procedure, heard, Written.object());
    }

    /** @param inputs by name; a customer gives none */
    Run begin(Customer customer, String procedure, Heard heard, ObjectNode inputs) {
        UUID id = customer.once("run/" + procedure);
        return database.inTransaction(sql -> {
            Optional<Run> before = RunSql.find(sql, id);
            if (before.isPresent()) {
                return before.get();
            }
            Published published = procedures.current(procedure).orElseThrow();
            RunSql.setAside(sql, customer.conversation());
            Instant now = RunSql.now(sql);
            Step step = course.start(id, published, customer, heard, inputs, now);
            Run run = run(id, customer.conversation(), published, step, now);
            List<Effect.Timer> timers = Leading.timers(step);
            RunSql.insert(sql, run, customer.turn(), started(published, customer, heard, inputs, now), Leading.LEASE);
            timers.forEach(timer -> RunSql.setTimer(sql, id, timer));
            if (!run.goesOn()) {
                RunSql.rest(sql, run, null);
            }
            return RunSql.find(sql, id).orElseThrow();
        });
    }

    private static Run run(UUID id, UUID conversation, Published published, Step step, Instant now) {
        List<Output> untold = new ArrayList<>();
        step.effects().forEach(effect -> untold.addAll(Outputs.of(effect)));
        Run bare = new Run(
                id,
                conversation,
                published.id(),
                published.version(),
                Run.Status.of(step.state()),
                step.state(),
                null,
                Map.of(),
                untold,
                1,
                1,
                false,
                false,
                false,
                now);
        Effect deed = Leading.deed(step);
        return deed == null ? bare : bare.with(new Todo(deed, Calls.forDeed(bare, deed), Todo.Hold.NONE, 0));
    }

    /** Enough to begin it again, for a replay. */
    private static String started(Published published, Customer customer, Heard heard, ObjectNode inputs, Instant now) {
        ObjectNode started = Written.object();
        started.put("kind", "Started")
                .put("at", now.toString())
                .put("procedure", published.id())
                .put("version", published.version())
                .put("language", customer.language())
                .put("assurance", customer.assurance().name())
                .put("message", heard.text());
        if (!inputs.isEmpty()) {
            started.set("inputs", inputs);
        }
        return started.toString();
    }
}
