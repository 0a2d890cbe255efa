package io.openteller.platform.rehearsal.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.platform.banking.BankResult;
import io.openteller.platform.banking.TrialBank;
import io.openteller.procedures.machine.Effect;
import io.openteller.procedures.machine.Event;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The made-up bank, and what goes wrong there while a tester wants it to. It keeps its own books; a test run keeps none. */
@Singleton
class MadeUpBank {

    private final TrialBank bank;

    MadeUpBank(TrialBank bank) {
        this.bank = bank;
    }

    Trial.Bank of(String customerRef) {
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
        String callId = UUID.nameUUIDFromBytes(wanted.step().getBytes(StandardCharsets.UTF_8)).toString();
        return switch (bank.perform(customerRef, callId, wanted.operation().toString(), wanted.input())) {
            case BankResult.Done<ObjectNode> done -> new Event.Result.Done(done.value());
            case BankResult.Refused<ObjectNode> refused -> new Event.Result.Refused(refused.reason());
            case BankResult.Unavailable<ObjectNode> unavailable -> new Event.Result.Failed(unavailable.cause());
            case BankResult.NeedsStepUp<ObjectNode> none -> new Event.Result.Refused("identity is missing");
        };
    }
}
