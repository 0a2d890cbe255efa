package io.openteller.platform.banking.internal;

import io.openteller.platform.banking.BankResult;
import io.openteller.platform.banking.Caller;
import io.openteller.platform.banking.Codes;
import io.openteller.platform.banking.internal.proof.Proofs;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.banking.CustomerDirectory;
import io.openteller.spi.banking.CustomerDirectory.Profile;
import io.openteller.spi.identity.OneTimeCode;
import io.openteller.spi.identity.OneTimeCode.Check;
import io.openteller.spi.identity.OneTimeCode.Sent;
import jakarta.inject.Singleton;

/** The phone number comes from the bank's record, never from the conversation. */
@Singleton
class PluggedCodes implements Codes {

    private final BankCalls bank;
    private final Proofs proofs;

    PluggedCodes(BankCalls bank, Proofs proofs) {
        this.bank = bank;
        this.proofs = proofs;
    }

    @Override
    public BankResult<Sent> send(Caller caller, String callId) {
        if (proofs.locked(caller.customerRef())) {
            return new BankResult.Refused<>(Proofs.LOCKED, "", 0);
        }
        BankResult<Profile> profile = bank.read(
                CustomerDirectory.class,
                caller,
                Assurance.IDENTIFIED,
                (directory, call) -> directory.profile(call, caller.customerRef()));
        return switch (profile) {
            case BankResult.Done<Profile>(Profile found, var asOf, var plugin, var millis) ->
                bank.call(
                        OneTimeCode.class,
                        caller,
                        Assurance.IDENTIFIED,
                        callId,
                        (codes, call) -> codes.send(call, caller.customerRef(), found.mobile()));
            case BankResult.NeedsStepUp<Profile> none -> new BankResult.NeedsStepUp<>();
            case BankResult.Refused<Profile>(String reason, String plugin, long millis) ->
                new BankResult.Refused<>(reason, plugin, millis);
            case BankResult.Unavailable<Profile>(String cause, String plugin, long millis) ->
                new BankResult.Unavailable<>(cause, plugin, millis);
        };
    }

    @Override
    public BankResult<Check> verify(Caller caller, String challengeId, String code) {
        return proofs.attempt(
                caller.customerRef(),
                () -> bank.read(
                        OneTimeCode.class,
                        caller,
                        Assurance.IDENTIFIED,
                        (codes, call) -> codes.verify(call, challengeId, code)));
    }
}
