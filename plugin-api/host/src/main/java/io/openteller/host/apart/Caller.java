package io.openteller.host.apart;

import io.openteller.host.HostOptions;
import io.openteller.host.PluginFailure;
import io.openteller.host.PluginFailure.Kind;
import io.openteller.host.wire.Circumstances;
import io.openteller.host.wire.Connection;
import io.openteller.host.wire.Frame;
import io.openteller.host.wire.In;
import io.openteller.host.wire.Lent;
import io.openteller.host.wire.Malformed;
import io.openteller.host.wire.Out;
import io.openteller.host.wire.Shape.Call;
import io.openteller.spi.CallContext;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Calls methods of a plugin in its process. */
final class Caller {

    private final Supervisor supervisor;
    private final HostOptions options;
    private final List<String> settings;
    private final Duration longest;
    private final AtomicLong calls = new AtomicLong();

    /** @param settings names of all that the plugin may ask a context for */
    Caller(Supervisor supervisor, HostOptions options, List<String> settings, Duration longest) {
        this.supervisor = supervisor;
        this.options = options;
        this.settings = List.copyOf(settings);
        this.longest = longest;
    }

    /** Where an extension is found in the child: which one, and which of its interfaces. */
    record Place(int extension, int point) {}

    Object call(Place place, Call method, Object[] arguments) {
        CallContext context = method.context() < 0 ? null : (CallContext) arguments[method.context()];
        Instant now = Instant.now();
        Instant latest = now.plus(context == null ? options.callWithin() : longest);
        Instant deadline = context != null && context.deadline().isBefore(latest) ? context.deadline() : latest;
        long nanos = Duration.between(now, deadline).toNanos();
        if (nanos <= 0) {
            throw new PluginFailure(Kind.TOO_SLOW, "its deadline was over before it was called");
        }
        long until = System.nanoTime() + nanos;
        ChildProcess child = supervisor.running(nanos);
        long id = calls.incrementAndGet();
        List<Lent> lent = new ArrayList<>();
        Out out = new Out(lent)
                .byteValue(Frame.CALL)
                .int64(id)
                .count(place.extension())
                .count(place.point())
                .count(method.place());
        try {
            method.writeArguments(out, travelling(arguments, method.context(), deadline));
        } catch (Malformed | ClassCastException ours) {
            throw new PluginFailure(Kind.NOT_CALLED, "it cannot be asked this: " + ours.getMessage());
        }
        Waiting waiting = new Waiting(
                child,
                id,
                context,
                until,
                options.grace().toNanos(),
                options.spin().toNanos());
        return exchanged(child, method, out, lent, waiting);
    }

    private static Object exchanged(ChildProcess child, Call method, Out out, List<Lent> lent, Waiting waiting) {
        Connection connection;
        try {
            connection = child.borrow();
        } catch (IOException none) {
            throw new PluginFailure(Kind.NOT_CALLED, child.lives() ? String.valueOf(none.getMessage()) : child.why());
        }
        boolean whole = false;
        try {
            connection.send(out, waiting);
            Object result = answer(connection, method, new Callbacks(connection, lent, waiting), waiting);
            whole = true;
            return result;
        } catch (PluginFailure failure) {
            whole = failure.kind() == Kind.THREW;
            throw failure;
        } catch (Waiting.Over late) {
            child.kill("its process was ended: in another call " + late.getMessage());
            throw new PluginFailure(Kind.TOO_SLOW, late.getMessage() + "; its process was ended");
        } catch (IOException ended) {
            throw new PluginFailure(Kind.ENDED, child.why());
        } catch (Malformed nonsense) {
            child.kill("its process was ended: it sent what is no answer");
            throw new PluginFailure(Kind.MALFORMED, "it sent what is no answer: " + nonsense.getMessage());
        } finally {
            if (whole) {
                child.giveBack(connection);
            } else {
                child.drop(connection);
            }
            waiting.over();
        }
    }

    private static Object answer(Connection connection, Call method, Callbacks callbacks, Waiting waiting)
            throws IOException {
        while (true) {
            waiting.turn();
            In in = connection.receive(waiting);
            waiting.came();
            switch (in.byteValue()) {
                case Frame.RETURN -> {
                    Object result = method.readResult(in);
                    in.atEnd();
                    if (result == null) {
                        throw new Malformed("nothing");
                    }
                    return result;
                }
                case Frame.THROW -> throw new PluginFailure(Kind.THREW, in.text(), in.text(), in.text());
                case Frame.CALLBACK -> callbacks.call(in);
                case Frame.READ -> callbacks.read(in);
                default -> throw new Malformed("no such message");
            }
        }
    }

    private Object[] travelling(Object[] arguments, int place, Instant deadline) {
        if (place < 0) {
            return arguments;
        }
        Object[] travelling = arguments.clone();
        travelling[place] = circumstances((CallContext) arguments[place], deadline);
        return travelling;
    }

    private Circumstances circumstances(CallContext context, Instant deadline) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : settings) {
            String value = context.setting(name);
            if (value != null) {
                values.put(name, value);
            }
        }
        return new Circumstances(context.bank(), context.callId(), context.trace(), deadline, values, context.http());
    }
}
