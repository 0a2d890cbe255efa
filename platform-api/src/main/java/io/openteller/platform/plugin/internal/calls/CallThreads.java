package io.openteller.platform.plugin.internal.calls;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads that plugins run on. Of the operating system, not virtual: a plugin that loops would keep the processor from
 * everybody else's virtual threads, and so the caller from leaving. Each plugin has its own, which go when it is not called
 * any more, and take along what it may have left in them.
 */
@Singleton
class CallThreads {

    private static final int IDLE_SECONDS = 10;

    private final Map<String, ExecutorService> pools = new ConcurrentHashMap<>();

    <T> Future<T> submit(String plugin, String version, Callable<T> work) {
        return pools.computeIfAbsent(plugin + " " + version, CallThreads::pool).submit(work);
    }

    private static ExecutorService pool(String name) {
        return new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().daemon().name("plugin " + name + " ", 0).factory());
    }

    @PreDestroy
    void stop() {
        pools.values().forEach(ExecutorService::shutdownNow);
    }
}
