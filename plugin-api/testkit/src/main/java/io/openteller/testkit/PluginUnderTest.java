package io.openteller.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** What all contracts have to know of a plugin. */
public abstract class PluginUnderTest {

    /** Empty for each test. */
    @TempDir
    protected Path folder;

    /** A bank that no other test uses. */
    protected final String bank = "bank" + UUID.randomUUID().toString().substring(0, 8);

    /** Settings with which the plugin works. */
    protected abstract Map<String, String> settings();

    /** Lets go of everything that the plugin holds open, as when the platform stops; the next call starts it anew. */
    protected abstract void restart();

    /** A call like no other before. */
    protected CallContext call() {
        return call(UUID.randomUUID().toString());
    }

    protected CallContext call(String id) {
        return new TestCall(bank, id, Instant.now().plusSeconds(60), settings());
    }

    /** The value, if the plugin did what it was asked; a failed test if not. */
    @SuppressWarnings("unchecked") // the assertion before it is the check
    protected static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        Outcome.Done<T> done = (Outcome.Done<T>) outcome;
        assertThat(done.asOf()).as("when it was known").isBeforeOrEqualTo(Instant.now());
        return done.value();
    }
}
