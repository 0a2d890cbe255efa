package io.openteller.platform.banking;

import io.openteller.spi.identity.OneTimeCode.Check;
import io.openteller.spi.identity.OneTimeCode.Sent;

/**
 * One-time codes to the phone that the bank has on record. After too many wrong ones none is sent or taken for an hour, in any
 * conversation of that customer: sending is refused, checking is {@link Check.TooMany}.
 */
public interface Codes {

    BankResult<Sent> send(Caller caller, String callId);

    BankResult<Check> verify(Caller caller, String challengeId, String code);
}
