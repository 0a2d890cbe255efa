package io.openteller.host.child;

import io.openteller.host.classes.Loaded;
import io.openteller.host.classes.Words;
import io.openteller.host.wire.Connection;
import io.openteller.host.wire.Frame;
import io.openteller.host.wire.In;
import io.openteller.host.wire.Malformed;
import io.openteller.host.wire.Out;
import io.openteller.host.wire.Shape;
import io.openteller.host.wire.Shape.Call;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** The calls under way: one thread per connection, one call at a time on each. */
final class Calls {

    private static final int EARLY = 1_000;

    private final Loaded loaded;
    private final List<List<Shape>> shapes;
    private final Map<Long, RunningCall> running = new HashMap<>();
    private final SequencedSet<Long> early = new LinkedHashSet<>();

    Calls(Loaded loaded) {
        this.loaded = loaded;
        this.shapes = loaded.extensions().stream()
                .map(extension -> Loaded.points(extension).stream().map(Shape::of).toList())
                .toList();
    }

    /** May come before its call does: they take different ways. */
    synchronized void cancel(long id) {
        RunningCall call = running.get(id);
        if (call != null) {
            call.cancel();
        } else {
            early.add(id);
            if (early.size() > EARLY) {
                early.removeFirst();
            }
        }
    }

    private synchronized RunningCall begun(long id, Connection connection) {
        RunningCall call = new RunningCall(connection);
        running.put(id, call);
        if (early.remove(id)) {
            call.cancel();
        }
        return call;
    }

    private synchronized void ended(long id) {
        running.remove(id);
    }

    void serve(Connection connection) {
        Thread.currentThread().setContextClassLoader(loaded.classes());
        Next next = new Next();
        try (connection) {
            while (true) {
                In in = connection.receive(next);
                next.end();
                one(connection, in);
                next.begin();
            }
        } catch (IOException | Malformed gone) {
            // The platform has hung up on this one.
            return;
        } finally {
            next.end();
        }
    }

    private void one(Connection connection, In in) throws IOException {
        if (in.byteValue() != Frame.CALL) {
            throw new Malformed("no call");
        }
        long id = in.int64();
        int extension = in.count();
        Shape shape = shapes.get(extension).get(in.count());
        Call method = shape.call(in.count());
        RunningCall call = begun(id, connection);
        try {
            Out answer = answered(loaded.extensions().get(extension), method, in.with(call));
            call.end(answer);
        } finally {
            ended(id);
        }
    }

    private static Out answered(Object extension, Call method, In in) {
        try {
            @Nullable Object[] arguments = method.readArguments(in);
            Object result = method.invoke(extension, arguments);
            if (result == null) {
                return failed("it returned nothing from " + method.method().getName(), "", "");
            }
            Out out = new Out().byteValue(Frame.RETURN);
            method.writeResult(out, result);
            return out;
        } catch (Throwable thrown) {
            if (thrown instanceof OutOfMemoryError) {
                Runtime.getRuntime().halt(3);
            }
            Words words = Words.of(thrown);
            return failed(words.why(), words.trace(), words.said());
        }
    }

    private static Out failed(String why, String trace, String said) {
        return new Out().byteValue(Frame.THROW).text(why).text(trace).text(said);
    }
}
