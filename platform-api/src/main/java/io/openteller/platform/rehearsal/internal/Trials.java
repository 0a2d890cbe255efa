package io.openteller.platform.rehearsal.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.platform.banking.BankResult;
import io.openteller.platform.banking.TrialBank;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.procedure.Machines;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.machine.Effect;
import io.openteller.procedures.machine.Event;
import io.openteller.procedures.machine.Start;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The test runs under way on this replica: an hour at most, and not more than a bank's people can be at. */
@Singleton
class Trials {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final int PER_BANK = 50;

    private final TrialBank bank;
    private final Machines machines;
    private final Clock clock;
    private final Map<UUID, Held> held = new ConcurrentHashMap<>();
    private final ObjectMapper json = new ObjectMapper();

    Trials(TrialBank bank, Machines machines, Clock clock) {
        this.bank = bank;
        this.machines = machines;
        this.clock = clock;
    }

    private record Held(UUID tenant, Trial trial, Instant since) {}

    Trial begin(Definition definition, String customerRef, String language, String message, ObjectNode inputs) {
        Instant now = clock.instant();
        UUID tenant = CurrentTenant.get().id();
        held.values().removeIf(one -> one.since().isBefore(now.minus(KEPT)));
        if (held.values().stream().filter(one -> one.tenant().equals(tenant)).count() >= PER_BANK) {
            throw new ProblemException(ErrorCode.RATE_LIMITED, "More than " + PER_BANK + " test runs are open");
        }
        Trial trial = new Trial(
                machines.trying(definition),
                on(customerRef),
                new Start(
                        UUID.randomUUID().toString(),
                        definition.id(),
                        Machines.UNDER_TEST,
                        inputs,
                        language,
                        Assurance.IDENTIFIED,
                        message,
                        now));
        held.put(trial.id(), new Held(tenant, trial, now));
        return trial;
    }

    /** @throws ProblemException if there is none, or it is another bank's */
    Trial find(UUID test) {
        Held found = held.get(test);
        if (found == null || !found.tenant().equals(CurrentTenant.get().id())) {
            throw new ProblemException(ErrorCode.NOT_FOUND, "This test run is over; begin another");
        }
        return found.trial();
    }

    Trial.Bank on(String customerRef) {
        return new Trial.Bank() {
            @Override
            public Event.Result perform(Effect.Perform wanted, TrialFault fault) {
                return switch (fault) {
                    case NONE -> asked(customerRef, wanted);
                    case SLOW -> new Event.Result.TimedOut();
                    case DOWN -> new Event.Result.Failed("the bank's system does not answer");
                    case REFUSED -> new Event.Result.Refused("not possible today");
                    case WRONG_SCHEMA -> new Event.Result.Failed("the bank's answer does not fit its schema");
                    case APPLIED_THEN_TIMEOUT -> {
                        asked(customerRef, wanted);
                        yield new Event.Result.TimedOut();
                    }
                };
            }

            @Override
            public String answer(String message) {
                return "(The assistant answers this from the bank's documents.)";
            }
        };
    }

    private Event.Result asked(String customerRef, Effect.Perform wanted) {
        String callId = UUID.nameUUIDFromBytes(wanted.step().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
        return switch (bank.perform(customerRef, callId, wanted.operation().toString(), wanted.input())) {
            case BankResult.Done<ObjectNode> done -> new Event.Result.Done(done.value());
            case BankResult.Refused<ObjectNode> refused -> new Event.Result.Refused(refused.reason());
            case BankResult.Unavailable<ObjectNode> unavailable -> new Event.Result.Failed(unavailable.cause());
            case BankResult.NeedsStepUp<ObjectNode> none -> new Event.Result.Refused("identity is missing");
        };
    }

    ObjectNode inputs(Map<String, Object> given) {
        return json.valueToTree(given);
    }
}
