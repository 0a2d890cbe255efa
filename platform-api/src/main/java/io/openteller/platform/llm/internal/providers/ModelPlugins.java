package io.openteller.platform.llm.internal.providers;

import io.openteller.platform.plugin.CallOutcome;
import io.openteller.platform.plugin.Installation;
import io.openteller.platform.plugin.Installations;
import io.openteller.platform.plugin.Plugins;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.UuidV7;
import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import io.openteller.spi.llm.ChatModel;
import io.openteller.spi.llm.ChatRequest;
import io.openteller.spi.llm.ChatResult;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Models where they are: in plugins. */
@Singleton
public class ModelPlugins implements ModelSeam {

    private static final Duration NAMES_WITHIN = Duration.ofSeconds(2);

    private final Plugins plugins;
    private final Installations installations;
    private final Clock clock;

    ModelPlugins(Plugins plugins, Installations installations, Clock clock) {
        this.plugins = plugins;
        this.installations = installations;
        this.clock = clock;
    }

    /** Those that bring models, whether the bank uses them or not. */
    public List<Installation> installed() {
        return installations.list().stream()
                .filter(one -> one.capabilities().stream()
                        .anyMatch(can -> can.name().equals(ChatModel.class.getSimpleName())))
                .toList();
    }

    /** Names of models that the plugin's settings offer; empty while it is switched off. */
    public List<String> names(String plugin) {
        CallOutcome<List<String>> called = plugins.call(
                plugin,
                ChatModel.class,
                UuidV7.next().toString(),
                NAMES_WITHIN,
                (model, context) -> Outcome.done(model.models(context), clock.instant()));
        return called instanceof CallOutcome.Answered<List<String>>(var id, Outcome.Done<List<String>>(var names, var at), var ms)
                ? List.copyOf(names)
                : List.of();
    }

    @Override
    public ChatResult ask(
            String plugin, String callId, ChatRequest question, Duration within, @Nullable Predicate<String> pieces) {
        AtomicBoolean over = new AtomicBoolean();
        Tenant bank = CurrentTenant.get();
        try {
            return result(plugins.call(
                    plugin, ChatModel.class, callId, within, (model, context) -> said(
                            pieces == null
                                    ? model.chat(context, question)
                                    : streamed(model, context, question, bank, over, pieces))));
        } finally {
            over.set(true);
        }
    }

    private static ChatResult streamed(
            ChatModel model,
            CallContext context,
            ChatRequest question,
            Tenant bank,
            AtomicBoolean over,
            Predicate<String> pieces) {
        return model.stream(
                context, question, piece -> !over.get() && CurrentTenant.call(bank, () -> pieces.test(piece)));
    }

    /** A model that is out of order is told to the host as that; everything else it has answered. */
    private Outcome<ChatResult> said(ChatResult result) {
        return result instanceof ChatResult.Unavailable(String detail)
                ? Outcome.unavailable(detail)
                : Outcome.done(result, clock.instant());
    }

    private static ChatResult result(CallOutcome<ChatResult> called) {
        return switch (called) {
            case CallOutcome.Answered<ChatResult> answered ->
                switch (answered.outcome()) {
                    case Outcome.Done<ChatResult>(ChatResult result, var at) -> result;
                    case Outcome.Unavailable<ChatResult>(String detail) -> ChatResult.unavailable(detail);
                    case Outcome.Refused<ChatResult> impossible -> ChatResult.refused("the plugin");
                    case Outcome.NotFound<ChatResult> impossible -> ChatResult.refused("the plugin");
                };
            case CallOutcome.Failed<ChatResult>(var id, String cause, var ms) -> ChatResult.unavailable(cause);
            case CallOutcome.NotEnabled<ChatResult> off -> ChatResult.refused("the plugin is switched off");
        };
    }
}
