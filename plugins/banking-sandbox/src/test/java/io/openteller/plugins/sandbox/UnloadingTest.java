package io.openteller.plugins.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.CardControl;
import io.openteller.spi.banking.DisputeDesk;
import io.openteller.spi.banking.TransactionReader;
import io.openteller.spi.banking.TransactionReader.Query;
import io.openteller.spi.banking.TransactionReader.Transaction;
import io.openteller.testkit.TestCall;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.h2.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pf4j.Plugin;

/** In a class loader of its own the sandbox needs no way to other machines, and leaves nothing behind when it stops. */
class UnloadingTest {

    @TempDir
    private Path folder;

    private static Object made(ClassLoader loader, String name) throws ReflectiveOperationException {
        return Class.forName("io.openteller.plugins.sandbox." + name, true, loader)
                .getDeclaredConstructor()
                .newInstance();
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    /** Works with it as a bank does, and stops it. What it asked for and did not get is the result. */
    private Set<String> used(ClosedDoors loader) throws ReflectiveOperationException {
        CallContext call = new TestCall("bank", "call-1", Instant.now().plusSeconds(60), SandboxBank.settings(folder));
        Plugin lifecycle = (Plugin) made(loader, "SandboxLifecycle");
        lifecycle.start();
        List<Transaction> payments = done(((TransactionReader) made(loader, "SandboxTransactions"))
                .transactions(call, SandboxBank.CUSTOMER, new Query(null, null, null, 5)));
        done(((DisputeDesk) made(loader, "SandboxDisputes"))
                .open(call, SandboxBank.CUSTOMER, payments.getFirst().ref(), "why"));
        done(((CardControl) made(loader, "SandboxCards")).block(call, SandboxBank.CUSTOMER, "card-tb1-1"));
        lifecycle.stop();
        return loader.askedInVain;
    }

    private static ClosedDoors doors() {
        return ClosedDoors.around(
                Store.class, SandboxBank.class, Driver.class, ObjectMapper.class, JsonFactory.class, JsonProperty.class);
    }

    @Test
    void it_works_where_nothing_leads_to_other_machines() throws Exception {
        try (ClosedDoors loader = doors()) {
            assertThat(used(loader)).isEmpty();
        }
    }

    @Test
    @Timeout(120)
    void when_it_has_stopped_nothing_holds_it() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        WeakReference<ClosedDoors> loader = usedAndLeft();
        while (loader.get() != null) {
            System.gc();
            Thread.onSpinWait();
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread) && thread.getContextClassLoader() instanceof ClosedDoors)
                .isEmpty();
    }

    private WeakReference<ClosedDoors> usedAndLeft() throws Exception {
        try (ClosedDoors loader = doors()) {
            used(loader);
            return new WeakReference<>(loader);
        }
    }
}
