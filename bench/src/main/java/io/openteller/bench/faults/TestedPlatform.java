package io.openteller.bench.faults;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.bench.faults.planted.Bugs;
import java.time.Clock;
import java.time.Duration;

/** A platform with something planted in it, or with a clock that is wrong; never what a bank runs. */
public final class TestedPlatform {

    /** Names a scenario; the bug that it must find. */
    static final String PLANTED = "openteller.bench.planted";

    /** By how much its clock is wrong, as {@code PT2H} or {@code PT-2H}. */
    static final String CLOCK = "openteller.bench.clock";

    private TestedPlatform() {}

    public static void main(String[] arguments) {
        ApplicationContext platform =
                ApplicationContext.builder().args(arguments).banner(false).build();
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.parse(System.getProperty(CLOCK, "PT0S")));
        platform.registerBeanDefinition(RuntimeBeanDefinition.builder(Clock.class, () -> clock)
                .singleton(true)
                .replaces(Clock.class)
                .build());
        Bugs.plant(System.getProperty(PLANTED, ""), platform);
        platform.start();
        Runtime.getRuntime().addShutdownHook(new Thread(platform::stop, "stop"));
        platform.getBean(EmbeddedServer.class).start();
    }
}
