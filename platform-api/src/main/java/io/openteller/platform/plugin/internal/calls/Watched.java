package io.openteller.platform.plugin.internal.calls;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An extension that tells which of its operations is called, and whose answers are looked at before anybody uses them. */
final class Watched implements InvocationHandler {

    private static final Map<Method, AnswerForm> FORMS = new ConcurrentHashMap<>();

    private final Object extension;
    private final Consumer<String> operation;

    private Watched(Object extension, Consumer<String> operation) {
        this.extension = extension;
        this.operation = operation;
    }

    /** @param operation is told the name of whatever is called */
    static <P> P of(Class<P> point, P extension, Consumer<String> operation) {
        return point.cast(Proxy.newProxyInstance(
                point.getClassLoader(), new Class<?>[] {point}, new Watched(extension, operation)));
    }

    @Override
    @SuppressWarnings("NullAway") // what reflection gives back and takes is what the interface allows
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return method.invoke(extension, arguments);
        }
        operation.accept(method.getName());
        Object answer = called(method, arguments);
        FORMS.computeIfAbsent(method, AnswerForm::of).check(answer);
        return answer;
    }

    @SuppressWarnings("NullAway")
    private @Nullable Object called(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(extension, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
