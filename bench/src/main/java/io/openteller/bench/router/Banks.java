package io.openteller.bench.router;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micronaut.context.ApplicationContext;
import io.openteller.packages.Manifest;
import io.openteller.platform.llm.Hiding;
import io.openteller.platform.llm.Models;
import io.openteller.platform.llm.Outcome;
import io.openteller.platform.llm.Prompt;
import io.openteller.platform.llm.Task;
import io.openteller.platform.plugin.CallOutcome;
import io.openteller.platform.plugin.Installations;
import io.openteller.platform.plugin.Plugins;
import io.openteller.platform.plugin.internal.calls.Ways;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome.Done;
import io.openteller.spi.llm.ChatModel;
import io.openteller.spi.llm.ChatResult;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** Banks with a route each, and the three ways to ask for the same: the client by itself, through the host, along the route. */
final class Banks {

    static final int BANKS = 16;
    private static final String PLUGIN = "llm-openai";
    private static final Duration WITHIN = Duration.ofSeconds(8);

    private final List<Tenant> banks = new ArrayList<>();
    private final Models models;
    private final Plugins plugins;
    private final Prompt prompt;
    private final Ways ways;
    private final Manifest manifest;
    private final List<Extension> extensions = new ArrayList<>();

    /** The client as the host has it, for one bank. */
    private record Extension(ChatModel model, CallContext context) {}

    Banks(ApplicationContext platform, String url, String model) {
        models = platform.getBean(Models.class);
        ways = platform.getBean(Ways.class);
        manifest = reaching(URI.create(url));
        plugins = platform.getBean(Plugins.class);
        Hiding hiding = platform.getBean(Hiding.class);
        var text = hiding.hidden("How much does replacing a card cost, and when does it come?");
        prompt = Prompt.of("answer-v1", Map.of("passages", text, "before", text, "question", text));
        for (int i = 0; i < BANKS; i++) {
            Tenant bank = platform.getBean(Tenants.class)
                    .register(new TenantSlug("r" + i + "-" + UUID.randomUUID().toString().substring(0, 8)), "Bank", "GBP");
            banks.add(bank);
            CurrentTenant.run(bank, () -> {
                Installations installations = platform.getBean(Installations.class);
                installations.configure(PLUGIN, Map.of("baseUrl", url, "apiKey", "none", "models", model), "bench");
                installations.enable(PLUGIN, true, "bench");
                route(platform.getBean(TenantDatabase.class), model);
                extensions.add(extension());
            });
        }
    }

    /** With a budget of tokens for task and bank, one of money for the bank, and a price. */
    private static void route(TenantDatabase database, String model) {
        UUID bank = CurrentTenant.get().id();
        String plan = "{\"task\":\"ANSWER\",\"on\":true,\"fallbackOn\":[\"UNAVAILABLE\"],\"candidates\":[{\"rank\":1,\"plugin\":\""
                + PLUGIN + "\",\"model\":\"" + model + "\",\"weight\":1,\"totalMillis\":8000,\"shadow\":false,"
                + "\"maxAtOnce\":100}],\"budget\":{\"tokensPerDay\":9000000000}}";
        database.inTransaction(sql -> {
            sql.execute(
                    "INSERT INTO model_route (tenant_id, task, plugin_id, model, timeout_millis, daily_token_budget,"
                            + " switched_on, plan) VALUES (?, 'ANSWER', ?, ?, 8000, 1, true, ?::jsonb)",
                    bank, PLUGIN, model, plan);
            sql.execute(
                    "INSERT INTO model_setting (tenant_id, tokens_per_day, money_per_day_minor) VALUES (?, 9000000000, 900000000)",
                    bank);
            return sql.execute("INSERT INTO model_price_list (currency, items) VALUES ('GBP', ?::jsonb)",
                    "[{\"plugin\":\"" + PLUGIN + "\",\"model\":\"*\",\"inputPerMillionMinor\":15,"
                            + "\"outputPerMillionMinor\":60,\"from\":\"2020-01-01\"}]");
        });
    }

    /** As the host fills in what the plugin's description takes from its settings. */
    private static Manifest reaching(URI server) {
        return new Manifest(
                PLUGIN,
                "0.1.0",
                ">=1.0.0 <2.0.0",
                "Models",
                "Models",
                "Apache-2.0",
                new Manifest.Publisher("Bench", ""),
                null,
                List.of("llm"),
                List.of(),
                List.of(server.getHost() + ":" + server.getPort()),
                List.of(),
                new Manifest.Resources(120_000, 192, 10_000, 100),
                JsonNodeFactory.instance.objectNode(),
                "Nothing is kept.");
    }

    private Extension extension() {
        Extension[] found = new Extension[1];
        plugins.call(PLUGIN, ChatModel.class, UUID.randomUUID().toString(), WITHIN, (model, context) -> {
            found[0] = new Extension(model, context);
            return new Done<>("found", Instant.now());
        });
        if (found[0] == null) {
            throw new IllegalStateException("the plugin " + PLUGIN + " is not there");
        }
        return found[0];
    }

    private Tenant bank(int thread) {
        return banks.get(thread % BANKS);
    }

    /** Runs as the bank of that thread. */
    void as(int thread, Runnable work) {
        CurrentTenant.run(bank(thread), work);
    }

    private DirectQuestion question(String model) {
        return new DirectQuestion(model, prompt);
    }

    /** The client by itself, on the calling thread. @return whether it answered */
    boolean direct(int thread, String model, Predicate<String> pieces, boolean streamed) {
        Extension extension = extensions.get(thread % BANKS);
        // Its libraries look for their parts through the thread's class loader, as the host sees to.
        Thread.currentThread().setContextClassLoader(extension.model().getClass().getClassLoader());
        CallContext context = new DirectContext(extension.context(), Instant.now().plus(WITHIN), ways, manifest);
        ChatResult result = streamed
                ? extension.model().stream(context, question(model), pieces::test)
                : extension.model().chat(context, question(model));
        return result instanceof ChatResult.Answered;
    }

    /** Through the host of plugins, but along no route. */
    boolean hosted(String model, Predicate<String> pieces, boolean streamed) {
        DirectQuestion question = question(model);
        CallOutcome<ChatResult> called = plugins.call(
                PLUGIN,
                ChatModel.class,
                UUID.randomUUID().toString(),
                WITHIN,
                (extension, context) -> new Done<>(
                        streamed ? extension.stream(context, question, pieces::test) : extension.chat(context, question),
                        Instant.now()));
        return called instanceof CallOutcome.Answered<ChatResult>(var id, Done<ChatResult>(ChatResult.Answered said, var at), var ms);
    }

    /** As the platform asks: along the bank's route. */
    boolean routed(Predicate<String> pieces, boolean streamed) {
        Instant until = Instant.now().plus(WITHIN);
        Outcome outcome = streamed
                ? models.stream(Task.ANSWER, prompt, until, pieces::test)
                : models.complete(Task.ANSWER, prompt, until);
        return outcome instanceof Outcome.Said;
    }
}
