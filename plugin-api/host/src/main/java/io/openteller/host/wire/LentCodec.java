package io.openteller.host.wire;

import io.openteller.host.wire.Shape.Call;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of the platform: what its methods without arguments say travels with it, the others are called back while the
 * plugin's call lasts.
 */
final class LentCodec implements Codec {

    private static final @Nullable Object[] NOTHING = new @Nullable Object[0];

    private final Shape shape;
    private final List<Call> told;
    private final boolean calledBack;

    LentCodec(Shape shape) {
        this.shape = shape;
        this.told = shape.calls().stream().filter(LentCodec::isTold).toList();
        this.calledBack = told.size() < shape.calls().size();
    }

    private static boolean isTold(Call call) {
        Method method = call.method();
        return method.getParameterCount() == 0 && method.getReturnType() != void.class;
    }

    @Override
    public void write(Out out, @Nullable Object value) {
        out.byteValue(value == null ? 0 : 1);
        if (value == null) {
            return;
        }
        if (!shape.type().isInstance(value)) {
            throw new Malformed("no " + shape.type().getSimpleName());
        }
        for (Call call : told) {
            call.writeResult(out, said(call, value));
        }
        if (calledBack) {
            out.lend(value, shape);
        }
    }

    private static @Nullable Object said(Call call, Object value) {
        try {
            return call.invoke(value, NOTHING);
        } catch (Throwable failure) {
            throw new Malformed("it does not say its " + call.method().getName(), failure);
        }
    }

    @Override
    public @Nullable Object read(In in) {
        if (!Simple.bool(in)) {
            return null;
        }
        Map<Method, @Nullable Object> values = new HashMap<>();
        for (Call call : told) {
            values.put(call.method(), call.readResult(in));
        }
        return borrowed(shape, values, calledBack ? in.count() : -1, in.borrowing());
    }

    static Object borrowed(Shape shape, Map<Method, @Nullable Object> values, int handle, Borrowing borrowing) {
        InvocationHandler handler = (self, method, arguments) -> {
            if (values.containsKey(method)) {
                return values.get(method);
            }
            Object[] given = arguments == null ? new Object[0] : arguments;
            Call call = shape.call(method);
            if (call != null) {
                return borrowing.call(handle, call, given);
            }
            if (method.isDefault()) {
                return InvocationHandler.invokeDefault(self, method, given);
            }
            return Shape.ofObject(self, method, given, shape.type().getSimpleName() + " of the platform");
        };
        return Proxy.newProxyInstance(shape.type().getClassLoader(), new Class<?>[] {shape.type()}, handler);
    }
}
