package io.openteller.kit.contract;

import io.openteller.host.Hosted;
import io.openteller.host.PluginFailure;
import io.openteller.spi.CallContext;
import io.openteller.spi.Capability;
import io.openteller.spi.OpentellerPlugin;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pf4j.ExtensionPoint;

/**
 * Something that the plugin can be asked for, with what it is asked.
 *
 * @param declared as the plugin says of itself; empty for its own description
 */
record Operation(Object extension, Method method, List<String> texts, Optional<Capability.Operation> declared) {

    /** Everything that it can do, and its check of settings. */
    static List<Operation> of(Hosted hosted, Playbook playbook) {
        List<Operation> all = new ArrayList<>();
        for (Capability capability : hosted.manifest().capabilities()) {
            Class<? extends ExtensionPoint> point = SpiPoints.named(capability.name());
            Object extension = hosted.extension(point).orElseThrow();
            for (Method method : point.getMethods()) {
                if (Modifier.isAbstract(method.getModifiers())) {
                    List<String> texts =
                            playbook.arguments().getOrDefault(point.getSimpleName() + "." + method.getName(), List.of());
                    all.add(new Operation(extension, method, texts, declared(capability, method)));
                }
            }
        }
        all.sort(java.util.Comparator.comparing(Operation::name));
        all.add(new Operation(hosted.plugin(), check(), List.of(), Optional.empty()));
        return List.copyOf(all);
    }

    private static Optional<Capability.Operation> declared(Capability capability, Method method) {
        return capability.operations().stream()
                .filter(one -> one.name().equals(method.getName()))
                .findFirst();
    }

    private static Method check() {
        return Arrays.stream(OpentellerPlugin.class.getMethods())
                .filter(method -> method.getName().equals("check"))
                .findFirst()
                .orElseThrow();
    }

    String name() {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    /** It may be asked with nobody waiting for what it does. */
    boolean changes() {
        return declared.filter(one -> one.risk() != Capability.RiskClass.READ).isPresent();
    }

    boolean repeatable() {
        return declared.map(Capability.Operation::idempotent).orElse(true);
    }

    Called call(CallContext call) {
        long begin = System.nanoTime();
        try {
            Object value = method.invoke(extension, Samples.arguments(method, texts, call));
            return Called.of(value, begin);
        } catch (InvocationTargetException failure) {
            return failure.getTargetException() instanceof PluginFailure known
                    ? Called.failed(known.kind() + ": " + known.getMessage() + ": " + known.said() + " " + known.trace(), begin)
                    : Called.failed(String.valueOf(failure.getTargetException()), begin);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
