package io.openteller.platform.llm.internal.cassettes;

import io.openteller.platform.llm.internal.cassettes.Cassette.Asked;
import io.openteller.platform.llm.internal.cassettes.Cassette.Exchange;
import io.openteller.spi.CallContext;
import io.openteller.spi.llm.ChatModel;
import io.openteller.spi.llm.ChatRequest;
import io.openteller.spi.llm.ChatResult;
import io.openteller.spi.llm.ChatResult.Usage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A model that says what it said once, and nothing else: what was never asked, or was asked more often than it was answered, is
 * an error. Equal requests are answered in the order in which they were.
 */
public final class CassettePlayer implements ChatModel {

    private final Map<Asked, Deque<Exchange>> left = new HashMap<>();
    private final List<String> models;

    public CassettePlayer(List<Exchange> exchanges) {
        exchanges.forEach(one ->
                left.computeIfAbsent(one.asked(), asked -> new ArrayDeque<>()).add(one));
        this.models = exchanges.stream().map(one -> one.asked().model()).distinct().toList();
    }

    /** How many have not been asked for. */
    public synchronized int unplayed() {
        return left.values().stream().mapToInt(Deque::size).sum();
    }

    @Override
    public List<String> models(CallContext context) {
        return models;
    }

    @Override
    public ChatResult chat(CallContext context, ChatRequest request) {
        return Cassette.result(next(request));
    }

    @Override
    public ChatResult stream(CallContext context, ChatRequest request, Pieces pieces) {
        Exchange kept = next(request);
        boolean whole = kept.pieces().isEmpty() && kept.result().equals("ANSWERED");
        for (String piece : whole ? List.of(kept.text()) : kept.pieces()) {
            if (!pieces.take(piece)) {
                return ChatResult.cancelled(Usage.NONE);
            }
        }
        return Cassette.result(kept);
    }

    private synchronized Exchange next(ChatRequest request) {
        Deque<Exchange> kept = left.get(Asked.of(request));
        Exchange next = kept == null ? null : kept.poll();
        if (next == null) {
            throw new IllegalStateException(
                    "this cassette has no answer " + (kept == null ? "to such a request" : "more to this request"));
        }
        return next;
    }
}
