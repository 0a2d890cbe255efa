package io.openteller.platform.rehearsal.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.procedure.Machines;
import io.openteller.platform.rehearsal.internal.TrialSql.Kept;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.procedures.definition.BadDefinition;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Definitions;
import io.openteller.procedures.machine.RunStates;
import io.openteller.procedures.machine.Start;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** Test runs: kept for an hour, on whichever replica they go on, and not more of them than a bank's people can be at. */
@Singleton
class Trials {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final int PER_BANK = 50;

    private final MadeUpBank bank;
    private final Machines machines;
    private final TrialSql rows;
    private final TenantDatabase database;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    Trials(MadeUpBank bank, Machines machines, TrialSql rows, TenantDatabase database, Clock clock) {
        this.bank = bank;
        this.machines = machines;
        this.rows = rows;
        this.database = database;
        this.clock = clock;
    }

    Trial begin(Definition definition, String customerRef, String language, String message, ObjectNode inputs) {
        if (database.inTransaction(sql -> rows.cleared(sql, KEPT)) >= PER_BANK) {
            throw new ProblemException(ErrorCode.RATE_LIMITED, "More than " + PER_BANK + " test runs are open");
        }
        Trial trial = passing(definition, customerRef, language, message, inputs);
        Kept kept = new Kept(
                trial.id(),
                Definitions.json(definition),
                customerRef,
                RunStates.write(trial.state()),
                trial.notes().written(),
                0);
        database.inTransaction(sql -> {
            rows.add(sql, kept);
            return true;
        });
        return trial;
    }

    /** One that nobody goes on with later. */
    Trial passing(Definition definition, String customerRef, String language, String message, ObjectNode inputs) {
        return new Trial(
                machines.trying(definition),
                bank.of(customerRef),
                new Start(
                        UUID.randomUUID().toString(),
                        definition.id(),
                        Machines.UNDER_TEST,
                        inputs,
                        language,
                        Assurance.IDENTIFIED,
                        message,
                        clock.instant()));
    }

    /** @throws ProblemException if there is none, or it is another bank's */
    Trial find(UUID test) {
        return trial(kept(test));
    }

    /**
     * Something happens to it. The made-up bank is called meanwhile; of two who do something at once, one is refused.
     *
     * @param happening false if it does not fit, and nothing is kept of it
     */
    Trial moved(UUID test, Predicate<Trial> happening) {
        Kept kept = kept(test);
        Trial trial = trial(kept);
        if (!happening.test(trial)) {
            throw new ProblemException(ErrorCode.APPROVAL_DECIDED, "The test run does not wait for this");
        }
        String state = RunStates.write(trial.state());
        if (!database.inTransaction(sql -> rows.moved(sql, kept, state, trial.notes().written()))) {
            throw new ProblemException(ErrorCode.APPROVAL_DECIDED, "Something else has happened to the test run meanwhile");
        }
        return trial;
    }

    private Kept kept(UUID test) {
        return database.inTransaction(sql -> rows.find(sql, test, KEPT))
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND, "This test run is over; begin another"));
    }

    private Trial trial(Kept kept) {
        try {
            return new Trial(
                    kept.id(),
                    machines.trying(Definitions.read(kept.definition())),
                    bank.of(kept.customerRef()),
                    RunStates.read(kept.state()),
                    TrialNotes.read(kept.told()));
        } catch (BadDefinition broken) {
            throw new IllegalStateException("a definition that was read before", broken);
        }
    }

    ObjectNode inputs(Map<String, Object> given) {
        return json.valueToTree(given);
    }
}
