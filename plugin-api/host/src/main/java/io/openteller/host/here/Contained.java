package io.openteller.host.here;

import io.openteller.host.PluginFailure;
import io.openteller.host.PluginFailure.Kind;
import io.openteller.host.classes.Words;
import io.openteller.host.wire.Shape;
import io.openteller.host.wire.Shape.Call;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Turns whatever an extension throws into a failure, and sets the thread's class loader, where libraries look for their parts. */
final class Contained {

    private final ClassLoader classes;
    private volatile boolean closed;

    Contained(ClassLoader classes) {
        this.classes = classes;
    }

    void close() {
        closed = true;
    }

    Object around(Class<?> point, Object extension) {
        Shape shape = Shape.of(point);
        InvocationHandler handler = (self, method, arguments) -> call(shape, extension, self, method, arguments);
        return Proxy.newProxyInstance(point.getClassLoader(), new Class<?>[] {point}, handler);
    }

    private @Nullable Object call(
            Shape shape, Object extension, Object self, Method method, Object @Nullable [] arguments) throws Throwable {
        Object[] given = arguments == null ? new Object[0] : arguments;
        Call call = shape.call(method);
        if (call == null) {
            return method.isDefault()
                    ? InvocationHandler.invokeDefault(self, method, given)
                    : Shape.ofObject(self, method, given, shape.type().getSimpleName() + " in process");
        }
        if (closed) {
            throw new PluginFailure(Kind.NOT_CALLED, "the plugin was closed");
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classes);
        Object result;
        try {
            result = call.invoke(extension, given);
        } catch (Throwable thrown) {
            Words words = Words.of(thrown);
            throw new PluginFailure(Kind.THREW, words.why(), words.trace(), words.said());
        } finally {
            thread.setContextClassLoader(before);
        }
        if (result == null) {
            throw new PluginFailure(Kind.THREW, "it returned nothing from " + method.getName());
        }
        return result;
    }
}
