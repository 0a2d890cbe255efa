package io.openteller.connectors;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * JSONata as connectors may use it: without {@code $eval}, which would run what a bank answers, and without chance, which would
 * make a repeated call another one; with {@code $minor} and {@code $major}. Bounded in time and depth. Safe for any thread.
 */
public final class Expressions {

    private static final int MOST_KEPT = 2_000;
    private static final int DEEPEST = 200;
    private static final long LONGEST_MILLIS = 1_000;
    private static final Pattern BARRED = Pattern.compile("\\$(eval|random|uuid|shuffle)\\b");

    private final Map<String, Jsonata> compiled =
            Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Jsonata> eldest) {
                    return size() > MOST_KEPT;
                }
            });

    /** Why the expression cannot be used; empty if it can. */
    public static Optional<String> fault(String expression) {
        var barred = BARRED.matcher(Names.code(expression));
        if (barred.find()) {
            return Optional.of("a connector cannot use " + barred.group());
        }
        try {
            Jsonata.jsonata(expression);
            return Optional.empty();
        } catch (RuntimeException unreadable) {
            return Optional.of("it cannot be read: " + unreadable.getMessage());
        } catch (StackOverflowError tooDeep) {
            return Optional.of("it is too deep");
        }
    }

    /** @param input what the expression's names are looked up in */
    public Value evaluate(String expression, JsonNode input) {
        try {
            Jsonata ready = compiled.get(expression);
            if (ready == null) {
                Optional<String> fault = fault(expression);
                if (fault.isPresent()) {
                    return new Value.Failed("unreadable", fault.get());
                }
                ready = Jsonata.jsonata(expression);
                Amounts.register(ready);
                compiled.put(expression, ready);
            }
            return run(ready, input);
        } catch (JException wrong) {
            return new Value.Failed(wrong.getError(), String.valueOf(wrong.getMessage()));
        } catch (RuntimeException wrong) {
            return new Value.Failed(wrong.getClass().getSimpleName(), String.valueOf(wrong.getMessage()));
        } catch (StackOverflowError tooDeep) {
            return new Value.Failed("too deep", "it goes too deep");
        }
    }

    /** One at a time: what the library compiled remembers what it is at. */
    private static Value run(Jsonata ready, JsonNode input) {
        synchronized (ready) {
            Jsonata.Frame frame = ready.createFrame();
            frame.setRuntimeBounds(LONGEST_MILLIS, DEEPEST);
            Object result = ready.evaluate(Plain.of(input), frame);
            return result == null ? new Value.Nothing() : new Value.Found(Plain.json(result));
        }
    }
}
