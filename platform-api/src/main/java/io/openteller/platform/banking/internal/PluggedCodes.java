package io.openteller.platform.banking.internal;

import io.openteller.platform.banking.BankResult;
import io.openteller.platform.banking.Caller;
import io.openteller.platform.banking.Codes;
import io.openteller.platform.banking.internal.BankCalls.Typed;
import io.openteller.platform.banking.internal.proof.Proofs;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.banking.CustomerDirectory;
import io.openteller.spi.banking.CustomerDirectory.Profile;
import io.openteller.spi.identity.OneTimeCode;
import io.openteller.spi.identity.OneTimeCode.Check;
import io.openteller.spi.identity.OneTimeCode.Sent;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The phone number comes from the bank's record, never from the conversation. */
@Singleton
class PluggedCodes implements Codes {

    private static final Typed<CustomerDirectory> PROFILE = new Typed<>(CustomerDirectory.class, "profile.contact/v1");
    private static final Typed<OneTimeCode> SEND = new Typed<>(OneTimeCode.class, "codes.send/v1");
    private static final Typed<OneTimeCode> VERIFY = new Typed<>(OneTimeCode.class, "codes.verify/v1");

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
                PROFILE,
                caller,
                Assurance.IDENTIFIED,
                (directory, call) -> directory.profile(call, caller.customerRef()));
        return switch (profile) {
            case BankResult.Done<Profile>(Profile found, var asOf, var plugin, var millis) ->
                issued(bank.call(
                        SEND,
                        caller,
                        Assurance.IDENTIFIED,
                        callId,
                        (codes, call) -> codes.send(call, caller.customerRef(), found.mobile())));
            case BankResult.NeedsStepUp<Profile> none -> new BankResult.NeedsStepUp<>();
            case BankResult.Refused<Profile>(String reason, String plugin, long millis) ->
                new BankResult.Refused<>(reason, plugin, millis);
            case BankResult.Unavailable<Profile>(String cause, String plugin, long millis) ->
                new BankResult.Unavailable<>(cause, plugin, millis);
        };
    }

    private static BankResult<Sent> issued(BankResult<Sent> result) {
        return result instanceof BankResult.Done<Sent>(Sent sent, var asOf, String plugin, long millis)
                ? new BankResult.Done<>(
                        new Sent(
                                new Issued(plugin, sent.challengeId()).toString(),
                                sent.maskedDestination(),
                                sent.expiresAt()),
                        asOf,
                        plugin,
                        millis)
                : result;
    }

    @Override
    public BankResult<Check> verify(Caller caller, String challengeId, String code) {
        Issued challenge = Issued.of(challengeId);
        return proofs.attempt(
                caller.customerRef(),
                () -> bank.callOn(
                        challenge,
                        VERIFY,
                        caller,
                        Assurance.IDENTIFIED,
                        UUID.randomUUID().toString(),
                        (codes, call) -> codes.verify(call, challenge.ref(), code)));
    }
}
