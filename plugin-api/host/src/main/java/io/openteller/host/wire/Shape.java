package io.openteller.host.wire;

import io.openteller.spi.CallContext;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The methods of an interface, in an order that both processes find. */
public final class Shape {

    /** A stream has two calls of its own, and no methods. */
    static final Shape STREAM = new Shape(InputStream.class, List.of());

    private static final Map<Class<?>, Shape> KNOWN = new ConcurrentHashMap<>();

    private final Class<?> type;
    private final List<Call> calls;
    private final Map<Method, Call> byMethod = new HashMap<>();

    private Shape(Class<?> type, List<Method> methods) {
        this.type = type;
        this.calls = java.util.stream.IntStream.range(0, methods.size())
                .mapToObj(place -> new Call(place, methods.get(place)))
                .toList();
        calls.forEach(call -> byMethod.put(call.method(), call));
    }

    /** @throws IllegalArgumentException if something of it cannot travel */
    public static Shape of(Class<?> type) {
        Shape known = KNOWN.get(type);
        if (known == null) {
            known = new Shape(
                    type,
                    Arrays.stream(type.getMethods())
                            .filter(method -> Modifier.isAbstract(method.getModifiers()))
                            .sorted(Comparator.comparing(Method::toString))
                            .toList());
            KNOWN.put(type, known);
        }
        return known;
    }

    public Class<?> type() {
        return type;
    }

    List<Call> calls() {
        return calls;
    }

    /** @return null for what every object has, and for methods that the interface itself implements */
    public @Nullable Call call(Method method) {
        return byMethod.get(method);
    }

    /** @throws Malformed if there is no such method */
    public Call call(int place) {
        if (place >= calls.size()) {
            throw new Malformed("no such method of " + type.getSimpleName());
        }
        return calls.get(place);
    }

    /** What every object has, for one that stands for another. */
    public static @Nullable Object ofObject(Object self, Method method, Object[] arguments, String name) {
        return switch (method.getName()) {
            case "equals" -> self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            default -> name;
        };
    }

    /** One method, ready to be called with values that travel. */
    public static final class Call {

        private final int place;
        private final Method method;
        private final Codec[] parameters;
        private final @Nullable Codec result;
        private final int context;

        private Call(int place, Method method) {
            this.place = place;
            this.method = method;
            this.context = Arrays.asList(method.getParameterTypes()).indexOf(CallContext.class);
            this.parameters = Arrays.stream(method.getGenericParameterTypes())
                    .map(Codecs::of)
                    .toArray(Codec[]::new);
            this.result = method.getReturnType() == void.class ? null : Codecs.of(method.getGenericReturnType());
        }

        public int place() {
            return place;
        }

        public Method method() {
            return method;
        }

        /** Which of its parameters is the call's context; -1 for none. */
        public int context() {
            return context;
        }

        public @Nullable Object invoke(Object target, @Nullable Object[] arguments) throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (java.lang.reflect.InvocationTargetException thrown) {
                throw thrown.getTargetException();
            }
        }

        public void writeArguments(Out out, @Nullable Object[] arguments) {
            for (int i = 0; i < parameters.length; i++) {
                parameters[i].write(out, arguments[i]);
            }
        }

        public @Nullable Object[] readArguments(In in) {
            @Nullable Object[] arguments = new @Nullable Object[parameters.length];
            for (int i = 0; i < parameters.length; i++) {
                arguments[i] = parameters[i].read(in);
            }
            return arguments;
        }

        public void writeResult(Out out, @Nullable Object value) {
            if (result != null) {
                result.write(out, value);
            }
        }

        public @Nullable Object readResult(In in) {
            return result == null ? null : result.read(in);
        }
    }
}
