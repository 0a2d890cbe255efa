package io.openteller.bench.faults.planted;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.EventStreams;
import io.openteller.platform.conversation.TurnQueue;
import io.openteller.platform.coordination.OpenStreams;
import io.openteller.platform.coordination.RateLimits;
import io.openteller.platform.llm.Models;
import io.openteller.platform.plugin.Plugins;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Arrays;

/** Which bug belongs to which scenario. Each is put around the product's own object, at the front of a room. */
public final class Bugs {

    private static final String ROOMS = "io.openteller.platform.";

    private Bugs() {}

    /** @param scenario with another name nothing is planted */
    public static void plant(String scenario, ApplicationContext platform) {
        switch (scenario) {
            case "banks-side-by-side" ->
                around(
                        platform,
                        Conversations.class,
                        "conversation.internal.StoredConversations",
                        conversations -> WordBugs.saidAloud(conversations, platform));
            case "lease-holder-frozen" ->
                around(platform, TurnQueue.class, "conversation.internal.StoredTurns", TurnBugs::endlessLease);
            case "killed-at-random" ->
                around(platform, Conversations.class, "conversation.internal.StoredConversations", MessageBugs::storedLater);
            case "database-stopped" ->
                around(platform, Conversations.class, "conversation.internal.StoredConversations", MessageBugs::takenAnyway);
            case "redis-killed-flushed-frozen" ->
                around(
                        platform,
                        RateLimits.class,
                        "coordination.internal.SharedRateLimits",
                        limits -> OutageBugs.closedLimits(limits, platform));
            case "model-faults" -> around(platform, Models.class, "llm.internal.asking.RoutedModels", OutageBugs::failingModels);
            case "delivered-one-to-five-times" ->
                around(platform, Conversations.class, "conversation.internal.StoredConversations", MessageBugs::takenAsNew);
            case "bank-applies-and-times-out" ->
                around(platform, Plugins.class, "plugin.internal.calls.HostedPlugins", OutageBugs::askedAgain);
            case "plugin-runs-wild" ->
                around(platform, Plugins.class, "plugin.internal.calls.HostedPlugins", OutageBugs::unbounded);
            case "clock-two-hours-wrong" ->
                around(
                        platform,
                        TurnQueue.class,
                        "conversation.internal.StoredTurns",
                        queue -> TurnBugs.ownClock(queue, platform.getBean(Clock.class)));
            case "slow-stream-readers" ->
                around(platform, OpenStreams.class, "coordination.internal.CountedStreams", StreamBugs::allInMemory);
            case "reconnecting-at-once" ->
                around(platform, EventStreams.class, "conversation.internal.SharedStreams", StreamBugs::fromTheBeginning);
            default -> {
                // The scenario plants its bug around the platform.
            }
        }
    }

    /** A bug around one object. */
    interface Bug<T> {
        Object call(T product, Method method, Object[] arguments) throws Throwable;

        static Object asItIs(Object product, Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(product, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }
    }

    /** Makes a bug for one object. */
    interface Maker<T> {
        Bug<T> of(T product);
    }

    private static <T> void around(ApplicationContext platform, Class<T> front, String product, Maker<T> maker) {
        try {
            Class<?> type = Class.forName(ROOMS + product);
            RuntimeBeanDefinition.Builder<T> bean = RuntimeBeanDefinition.builder(front, () -> {
                        T made = front.cast(made(platform, type));
                        Bug<T> bug = maker.of(made);
                        InvocationHandler handler = (self, method, arguments) ->
                                bug.call(made, method, arguments == null ? new Object[0] : arguments);
                        return front.cast(Proxy.newProxyInstance(front.getClassLoader(), new Class<?>[] {front}, handler));
                    })
                    .singleton(true);
            bean.replaces(front);
            platform.registerBeanDefinition(bean.build());
        } catch (ClassNotFoundException moved) {
            throw new IllegalStateException("the product's class is somewhere else now", moved);
        }
    }

    /** As the container would make it: with what its only constructor asks for. */
    private static Object made(ApplicationContext platform, Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(constructor.getParameterTypes())
                    .map(platform::getBean)
                    .toArray());
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("the product's class is made in another way now", changed);
        }
    }
}
