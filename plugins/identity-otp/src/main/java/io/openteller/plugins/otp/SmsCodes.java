package io.openteller.plugins.otp;

import io.openteller.plugins.otp.CodeStore.Challenge;
import io.openteller.plugins.otp.CodeStore.Checked;
import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import io.openteller.spi.identity.OneTimeCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.pf4j.Extension;

/** Six digits, for five minutes and five attempts. */
@Extension
public final class SmsCodes implements OneTimeCode {

    static final Duration HOLDS = Duration.ofMinutes(5);
    private static final int ATTEMPTS = 5;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int MOST_IN_WINDOW = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Clock clock;

    public SmsCodes() {
        this(Clock.systemUTC());
    }

    SmsCodes(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Outcome<Sent> send(CallContext context, String customerRef, String mobile) {
        try {
            OtpSettings settings = OtpSettings.SPEC.read(context);
            CodeStore store = CodeStore.of(settings, context.bank());
            Optional<Challenge> before = store.find(context.callId());
            if (before.isPresent()) {
                return sent(context.callId(), before.get());
            }
            String code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000));
            byte[] salt = new byte[16];
            RANDOM.nextBytes(salt);
            Instant now = clock.instant();
            Challenge challenge = new Challenge(salt, hash(salt, code), ATTEMPTS, now.plus(HOLDS), masked(mobile));
            if (!store.put(context.callId(), customerRef, challenge, now, now.minus(WINDOW), MOST_IN_WINDOW)) {
                return Outcome.refused("Too many codes were asked for. Please try again in a quarter of an hour.");
            }
            deliver(store, context, settings, mobile, code);
            return sent(context.callId(), challenge);
        } catch (SQLException | IOException | IllegalArgumentException | IllegalStateException failure) {
            return Outcome.unavailable("the code could not be sent: " + failure.getMessage());
        }
    }

    /** A code that did not get out must not stand in the way of the next try with the same call id. */
    private static void deliver(CodeStore store, CallContext context, OtpSettings settings, String mobile, String code)
            throws IOException, SQLException {
        boolean delivered = false;
        try {
            TextMessages.send(
                    context,
                    settings,
                    mobile,
                    code + " is your code for the chat. We never ask for it anywhere else.");
            delivered = true;
        } finally {
            if (!delivered) {
                store.forget(context.callId());
            }
        }
    }

    @Override
    public Outcome<Check> verify(CallContext context, String challengeId, String code) {
        try {
            CodeStore store = CodeStore.of(OtpSettings.SPEC.read(context), context.bank());
            return once(store, context.callId(), challengeId, code);
        } catch (SQLException | IllegalArgumentException | IllegalStateException failure) {
            return Outcome.unavailable("the code could not be checked: " + failure.getMessage());
        }
    }

    /** A call that is repeated is told what it was told, and takes no second attempt. */
    private Outcome<Check> once(CodeStore store, String callId, String challengeId, String code) throws SQLException {
        byte[] asked = hash(callId.getBytes(StandardCharsets.UTF_8), challengeId + "\n" + code);
        synchronized (store) {
            Optional<Checked> before = store.checked(callId);
            if (before.isPresent()) {
                return MessageDigest.isEqual(before.get().asked(), asked)
                        ? done(Checks.of(before.get()))
                        : Outcome.unavailable("this call was made before, with another code");
            }
            Check check = check(store, challengeId, code);
            Instant now = clock.instant();
            store.keep(callId, Checks.kept(asked, check), now, now.minus(WINDOW));
            return done(check);
        }
    }

    private Check check(CodeStore store, String challengeId, String code) throws SQLException {
        Optional<Challenge> found = store.find(challengeId);
        if (found.isEmpty() || !found.get().expiresAt().isAfter(clock.instant())) {
            return new Check.Expired();
        }
        if (!store.takeAttempt(challengeId)) {
            return new Check.TooMany();
        }
        Challenge challenge = found.get();
        if (!MessageDigest.isEqual(challenge.hash(), hash(challenge.salt(), code))) {
            int left = challenge.attemptsLeft() - 1;
            return left == 0 ? new Check.TooMany() : new Check.Wrong(left);
        }
        return store.remove(challengeId) ? new Check.Verified() : new Check.Expired();
    }

    private Outcome<Check> done(Check check) {
        return Outcome.done(check, clock.instant());
    }

    private Outcome<Sent> sent(String id, Challenge challenge) {
        return Outcome.done(new Sent(id, challenge.destination(), challenge.expiresAt()), clock.instant());
    }

    private static String masked(String mobile) {
        String digits = mobile.replaceAll("\\D", "");
        return "••• " + digits.substring(Math.max(0, digits.length() - 3));
    }

    private static byte[] hash(byte[] salt, String code) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
