package io.openteller.platform.tenancy;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Threads for taking what customers say: of the operating system, so that they get their part of the processors whatever
 * virtual threads compute, and with connections to the database that nobody else may use up. For short work only.
 */
@Factory
public class FirstThreads {

    /** The name of the executor, for those who run on it. */
    public static final String FIRST = "first";

    /** More than there are connections kept for them: waiting for one keeps the order. */
    private static final int THREADS = 16;

    @Singleton
    @Named(FIRST)
    @Bean(preDestroy = "shutdown")
    ExecutorService threads() {
        return Executors.newFixedThreadPool(THREADS, First::new);
    }

    /** Whether the running thread is one of them. */
    public static boolean here() {
        return Thread.currentThread() instanceof First;
    }

    private static final class First extends Thread {
        First(Runnable work) {
            super(work, FIRST);
        }
    }
}
