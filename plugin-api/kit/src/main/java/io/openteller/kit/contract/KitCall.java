package io.openteller.kit.contract;

import io.openteller.spi.CallContext;
import io.openteller.spi.Http;
import io.openteller.spi.Http.HttpFault;
import io.openteller.spi.HttpAnswer;
import io.openteller.testkit.LoopbackHttp;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One call, as the platform would make it, that also sees what the plugin does with it. */
final class KitCall implements CallContext {

    private final StandIn server;
    private final Settings settings;
    private final String id;
    private final Instant deadline;
    private final AtomicInteger sent = new AtomicInteger();
    private volatile boolean cancelled;
    private volatile @Nullable WeakReference<ClassLoader> classes;
    private volatile @Nullable String elsewhere;

    KitCall(StandIn server, Settings settings, String id, Duration within) {
        this.server = server;
        this.settings = settings;
        this.id = id;
        this.deadline = Instant.now().plus(within);
    }

    @Override
    public String bank() {
        return server.bank();
    }

    @Override
    public String callId() {
        return id;
    }

    @Override
    public String trace() {
        return "trace-of-" + server.bank();
    }

    @Override
    public Instant deadline() {
        return deadline;
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    void cancel() {
        cancelled = true;
    }

    @Override
    public @Nullable String setting(String name) {
        // The plugin asks on its own thread, which has its class loader.
        classes = new WeakReference<>(Thread.currentThread().getContextClassLoader());
        return settings.values().get(name);
    }

    @Override
    public Http http() {
        return request -> {
            sent.incrementAndGet();
            if (!request.address().toString().startsWith(server.address())) {
                elsewhere = String.valueOf(request.address().getHost());
                throw new HttpFault(HttpFault.Kind.NOT_ALLOWED, "not the host of a setting or of plugin.json");
            }
            return outside(() -> new LoopbackHttp(this).call(request));
        };
    }

    /** What may fail for want of an answer. */
    private interface Asking {
        HttpAnswer answer() throws HttpFault;
    }

    /** Threads that are made for the answer are the platform's, and do not keep the plugin's classes. */
    private static HttpAnswer outside(Asking asking) throws HttpFault {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(KitCall.class.getClassLoader());
        try {
            return asking.answer();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Whether the plugin tried to reach anything. */
    boolean reachedOut() {
        return sent.get() > 0;
    }

    /** A host that it was not given; null for none. */
    @Nullable String elsewhere() {
        return elsewhere;
    }

    @Nullable WeakReference<ClassLoader> classes() {
        return classes;
    }

    Map<String, String> given() {
        return settings.values();
    }
}
