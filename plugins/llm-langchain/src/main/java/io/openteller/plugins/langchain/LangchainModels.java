package io.openteller.plugins.langchain;

import dev.langchain4j.model.chat.response.ChatResponse;
import io.openteller.spi.CallContext;
import io.openteller.spi.Http.HttpFault;
import io.openteller.spi.HttpAnswer;
import io.openteller.spi.OpentellerPlugin.Health;
import io.openteller.spi.SettingsSpec;
import io.openteller.spi.llm.ChatModel.Pieces;
import io.openteller.spi.llm.ChatRequest;
import io.openteller.spi.llm.ChatResult;
import io.openteller.spi.llm.ChatResult.Usage;
import io.openteller.spi.llm.EmbeddingResult;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Everything that a model plugin does, for one vendor. A plugin's extensions hand their calls on to one of these.
 *
 * @param <S> the plugin's settings
 */
public final class LangchainModels<S extends Record> {

    private final Door door = new Door();
    private final Prepared<S> prepared;

    public LangchainModels(Class<S> type, SettingsSpec<S> spec, Function<S, Vendor> vendor) {
        this.prepared = new Prepared<>(type, spec, vendor, door);
    }

    public List<String> models(CallContext context) {
        return prepared.by(context).vendor().models();
    }

    public ChatResult chat(CallContext context, ChatRequest request) {
        Exchange exchange = new Exchange(context, Exchange.ANSWER, UnaryOperator.identity());
        try {
            Prepared.Ready ready = prepared.by(context);
            ChatResponse response =
                    door.through(exchange, () -> ready.whole().chat(Requests.of(request, ready.vendor())));
            return exchange.blocked()
                    ? Refusals.BLOCKED
                    : Answers.of(response, request, ready.vendor(), context.callId());
        } catch (RuntimeException failure) {
            return Refusals.of(exchange, failure);
        }
    }

    public ChatResult stream(CallContext context, ChatRequest request, Pieces pieces) {
        Heard heard = new Heard(pieces);
        Exchange exchange = null;
        try {
            Prepared.Ready ready = prepared.by(context);
            Exchange begun = new Exchange(context, Exchange.ANSWER, ready.vendor().repair());
            exchange = begun;
            heard.on(begun);
            door.through(begun, () -> {
                ready.streamed().chat(Requests.of(request, ready.vendor()), heard);
                return heard;
            });
            ChatResponse response = heard.response();
            if (!heard.wanted()) {
                return ChatResult.cancelled(Usage.NONE);
            }
            return response == null || begun.blocked() || begun.fault() != null || begun.error() != null
                    ? Refusals.of(begun, heard.failure())
                    : Answers.of(response, request, ready.vendor(), context.callId());
        } catch (RuntimeException failure) {
            return !heard.wanted() ? ChatResult.cancelled(Usage.NONE) : Refusals.of(exchange, failure);
        }
    }

    public List<String> embeddingModels(CallContext context) {
        return prepared.by(context).vendor() instanceof EmbeddingVendor offers ? offers.embeddingModels() : List.of();
    }

    public EmbeddingResult embed(CallContext context, String model, List<String> texts) {
        return new Embeddings(door).embed(context, model, texts, () -> prepared.by(context));
    }

    /** Asks for something free. A server that does not know what is asked for is well, too: it answers. */
    public Health check(CallContext context) {
        try (HttpAnswer answer = context.http().call(prepared.by(context).vendor().probe())) {
            int status = answer.status();
            boolean known = status / 100 == 2 || status == 404 || status == 405;
            return known ? Health.up("the server answers") : Health.down("the server answered " + status);
        } catch (HttpFault fault) {
            return Health.down(
                    switch (fault.kind()) {
                        case NOT_ALLOWED -> "the server may not be reached: " + fault.getMessage();
                        case TOO_SLOW, CANCELLED -> "the server did not answer in time";
                        default -> "the server does not answer";
                    });
        } catch (RuntimeException settings) {
            return Health.down(String.valueOf(settings.getMessage()));
        }
    }
}
