package io.openteller.bench.workflow;

import io.micronaut.context.ApplicationContext;
import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.Suite;
import io.openteller.bench.input.Options;
import io.openteller.local.LocalPostgres;
import io.openteller.packages.Trees;
import io.openteller.platform.banking.BankOperations;
import io.openteller.platform.conversation.Assurance;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.Opening;
import io.openteller.platform.procedure.Procedures;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import io.openteller.platform.workflow.Customer;
import io.openteller.platform.workflow.Heard;
import io.openteller.platform.workflow.RunReply;
import io.openteller.platform.workflow.Runs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Conversations of several banks go through a procedure at the same time, on a PostgreSQL of their own that waits for the disk
 * as ever. A step is an event that was committed with the state it led to; the bank itself answers at once.
 */
public final class WorkflowSuite implements Suite {

    private static final Heard START = new Heard("look it up", "", 0, false, false);
    private static final Heard MONTH = new Heard("7", "", 0, false, false);

    @Override
    public String name() {
        return "workflow";
    }

    @Override
    public String usage() {
        return "[--conversations 2000] [--banks 8] [--together 48]";
    }

    @Override
    public Report run(Options options, Progress progress) {
        int conversations = options.count("--conversations", 2_000);
        int banks = options.count("--banks", 8);
        int together = options.count("--together", 48);
        try {
            Path folder = Files.createTempDirectory("openteller-workflow");
            try {
                return measured(folder, conversations, banks, together, progress);
            } finally {
                Trees.delete(folder);
            }
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private static Report measured(Path folder, int conversations, int banks, int together, Progress progress) {
        progress.say("starting PostgreSQL and the platform");
        OneProcedure procedure = new OneProcedure();
        LocalPostgres postgres = LocalPostgres.start(folder.resolve("data"));
        ApplicationContext platform = ApplicationContext.builder()
                .properties(settings(folder, postgres))
                .build();
        // Before anything asks for them, so that these stand where the room banking and the published procedures do.
        platform.registerSingleton(BankOperations.class, new InstantBank(), null, false);
        platform.registerSingleton(Procedures.class, procedure, null, false);
        try (platform) {
            platform.start();
            List<Tenant> tenants = Stream.iterate(1, one -> one + 1)
                    .limit(banks)
                    .map(one -> platform.getBean(Tenants.class)
                            .register(new TenantSlug("bank-" + one), "Bank " + one, "GBP"))
                    .toList();
            progress.say("one conversation in ten first, to warm up");
            led(platform, tenants, Math.max(1, conversations / 10), together, line -> {});
            long before = steps(platform, tenants);
            progress.say("leading " + conversations + " conversations of " + banks + " banks, " + together + " at a time");
            double seconds = led(platform, tenants, conversations, together, progress);
            long steps = steps(platform, tenants) - before;
            return new Report()
                    .metric("stepsPerSecond", Math.round(steps / seconds))
                    .metric("steps", steps)
                    .metric("conversations", conversations)
                    .metric("secondsTotal", round(seconds))
                    .metric("banks", banks)
                    .metric("together", together)
                    .metric("cores", Runtime.getRuntime().availableProcessors());
        } finally {
            postgres.stop();
        }
    }

    private static Map<String, Object> settings(Path folder, LocalPostgres postgres) {
        return Map.of(
                "openteller.data", folder.resolve("platform").toString(),
                "openteller.plugins.folder", folder.resolve("plugins").toString(),
                "openteller.turn.loop", "false",
                "openteller.sources.loop", "false",
                "datasources.default.url", postgres.url(),
                "datasources.default.password", postgres.applicationPassword(),
                "openteller.migration.url", postgres.url(),
                "openteller.migration.password", postgres.ownerPassword());
    }

    private record Chat(Tenant bank, UUID conversation) {}

    /** @return seconds from the first to the last */
    private static double led(
            ApplicationContext platform, List<Tenant> tenants, int conversations, int together, Progress progress) {
        ConcurrentLinkedQueue<Chat> waiting = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < conversations; i++) {
            Tenant bank = tenants.get(i % tenants.size());
            waiting.add(new Chat(bank, CurrentTenant.call(bank, () -> platform.getBean(Conversations.class)
                    .open(new Opening("WIDGET", "C-1", null, "en", "Hello, I am an AI.")))));
        }
        AtomicInteger done = new AtomicInteger();
        Runs runs = platform.getBean(Runs.class);
        TenantDatabase database = platform.getBean(TenantDatabase.class);
        long begun = System.nanoTime();
        List<Thread> crew = new ArrayList<>();
        for (int i = 0; i < together; i++) {
            crew.add(Thread.ofVirtual().start(() -> {
                for (Chat chat = waiting.poll(); chat != null; chat = waiting.poll()) {
                    Chat next = chat;
                    CurrentTenant.run(next.bank(), () -> lead(runs, database, next.conversation()));
                    int count = done.incrementAndGet();
                    if (count % 500 == 0) {
                        progress.say(count + " of " + conversations);
                    }
                }
            }));
        }
        crew.forEach(WorkflowSuite::join);
        if (done.get() != conversations) {
            throw new IllegalStateException("only " + done.get() + " of " + conversations + " conversations came to an end");
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    /** What a turn does with a procedure, from the customer's message to the reply that tells it. */
    private static void lead(Runs runs, TenantDatabase database, UUID conversation) {
        tell(runs, database, runs.begin(customer(conversation), OneProcedure.ID, START));
        for (int i = 0; i < OneProcedure.QUESTIONS; i++) {
            tell(runs, database, runs.tell(customer(conversation), MONTH));
        }
        if (runs.underWay(conversation).isPresent()) {
            throw new IllegalStateException("the procedure of " + conversation + " has not come to its end");
        }
    }

    private static void tell(Runs runs, TenantDatabase database, RunReply reply) {
        database.inTransaction(sql -> {
            runs.told(reply);
            return reply;
        });
    }

    private static Customer customer(UUID conversation) {
        return new Customer(conversation, UUID.randomUUID(), "C-1", Assurance.STEPPED_UP, "en");
    }

    private static long steps(ApplicationContext platform, List<Tenant> tenants) {
        return tenants.stream()
                .mapToLong(bank -> CurrentTenant.call(bank, () -> platform.getBean(TenantDatabase.class)
                        .inTransaction(sql -> sql.createQuery("SELECT count(*) FROM workflow_event")
                                .mapTo(Long.class)
                                .one())))
                .sum();
    }

    private static void join(Thread one) {
        try {
            one.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static double round(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.2f", value));
    }
}
