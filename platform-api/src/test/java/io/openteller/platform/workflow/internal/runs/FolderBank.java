package io.openteller.platform.workflow.internal.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec;
import io.openteller.platform.plugin.CallOutcome;
import io.openteller.platform.plugin.Plugins;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.spi.CallContext;
import io.openteller.spi.Http;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.CustomerDirectory;
import io.openteller.spi.banking.OperationProvider;
import io.openteller.spi.identity.OneTimeCode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pf4j.ExtensionPoint;

/**
 * A bank whose books are a folder, so that one process finds there what another left. Every operation answers with its
 * example; what changes something is written into the books once per call id. It stands where the plugins do: the room banking
 * and all above it are the real ones.
 */
@Singleton
@Requires(property = "openteller.test.folder-bank")
@Replaces(Plugins.class)
class FolderBank implements Plugins, OperationProvider, OneTimeCode, CustomerDirectory {

    static final String CODE = "246810";

    private final JsonMapper json = new JsonMapper();
    private final Path folder;

    FolderBank(@Value("${openteller.test.folder-bank}") String folder) throws IOException {
        this.folder = Files.createDirectories(Path.of(folder));
        Files.createDirectories(this.folder.resolve("done"));
    }

    /** What goes wrong with everything that is to be changed. */
    enum Fault {
        NONE,
        /** Nothing is done, and nobody answers. */
        DOWN,
        /** It is done, and nobody answers; the books say so when asked. */
        SILENT,
        /** It is done, nobody answers, and the books cannot be read either. */
        BOOKS_CLOSED,
        /** The call never comes back. */
        HANGS_BEFORE,
        /** It is done, and the call never comes back. */
        HANGS_AFTER
    }

    /** The thread that calls dies in the call, before or after it is done. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    // Of this bank, not of the class: the next test's bank is called by the same thread.
    private final ThreadLocal<@Nullable Fault> here = new ThreadLocal<>();
    private final ThreadLocal<Boolean> dying = ThreadLocal.withInitial(() -> false);

    /** For calls of this thread alone, whatever the folder says. */
    void faultHere(Fault fault, boolean dies) {
        here.set(fault);
        dying.set(dies);
    }

    private final AtomicBoolean refuses = new AtomicBoolean();

    /** Of what is to be changed, the next thing is not. */
    void refusesNext() {
        refuses.set(true);
    }

    /** What everybody who reads or asks something in this process goes through first. */
    volatile Runnable beforeReading = () -> {};

    void fault(Fault fault) {
        write("fault", fault.name());
    }

    private Fault fault() {
        Fault mine = here.get();
        if (mine != null) {
            return mine;
        }
        Path file = folder.resolve("fault");
        return Files.exists(file) ? Fault.valueOf(read(file).strip()) : Fault.NONE;
    }

    /** Call ids of what was changed at this bank. */
    List<String> effects(String bank) {
        try (Stream<Path> files = Files.list(folder.resolve("done"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith(bank + "~"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** How often something was asked of this bank that changes something. */
    long attempts(String bank) {
        Path file = folder.resolve("attempts");
        return Files.exists(file) ? read(file).lines().filter(line -> line.startsWith(bank + "~")).count() : 0;
    }

    @Override
    public Outcome<List<String>> supplied(CallContext context) {
        return Outcome.done(
                Catalogue.standard().all().stream().map(spec -> spec.name().toString()).toList(), Instant.now());
    }

    @Override
    public Outcome<String> perform(CallContext context, String operation, String customer, String inputJson) {
        OperationSpec spec = Catalogue.standard().find(operation).orElseThrow();
        ObjectNode output =
                (ObjectNode) own(spec.output(), spec.examples().getFirst().output().deepCopy(), customer);
        if (operation.startsWith("refunds.") && output.path("amount") instanceof ObjectNode amount) {
            // Above the line from which a colleague must agree.
            amount.put("minor", 450_000);
        }
        if (spec.hasEffect()) {
            return changed(context, output);
        }
        beforeReading.run();
        return Outcome.done(output.toString(), Instant.now());
    }

    private Outcome<String> changed(CallContext context, ObjectNode output) {
        Fault fault = fault();
        String key = CurrentTenant.get().slug().value() + "~" + context.callId();
        append("attempts", key);
        if (refuses.getAndSet(false)) {
            return Outcome.refused("not for this customer");
        }
        if (fault == Fault.HANGS_BEFORE) {
            hang();
        }
        boolean dies = dying.get();
        if (dies && context.callId().hashCode() % 2 == 0) {
            throw new Killed();
        }
        if (fault == Fault.DOWN) {
            return Outcome.unavailable("the line is dead");
        }
        try {
            Files.writeString(folder.resolve("done").resolve(key), output.toString(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException before) {
            return Outcome.done(read(folder.resolve("done").resolve(key)), Instant.now());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (dies) {
            throw new Killed();
        }
        return switch (fault) {
            case NONE, DOWN, HANGS_BEFORE -> Outcome.done(output.toString(), Instant.now());
            case SILENT, BOOKS_CLOSED -> Outcome.unavailable("no answer in time");
            case HANGS_AFTER -> {
                hang();
                yield Outcome.unavailable("gone");
            }
        };
    }

    private static void hang() {
        System.out.println("hangs");
        try {
            Thread.sleep(Duration.ofMinutes(5));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Outcome<Past> reconcile(CallContext context, String operation, String customer, String callId) {
        beforeReading.run();
        if (fault() == Fault.BOOKS_CLOSED) {
            return Outcome.done(Past.unknown(), Instant.now());
        }
        Path done = folder.resolve("done").resolve(CurrentTenant.get().slug().value() + "~" + callId);
        return Outcome.done(Files.exists(done) ? Past.performed(read(done)) : Past.never(), Instant.now());
    }

    @Override
    public Outcome<Sent> send(CallContext context, String customerRef, String mobile) {
        if (fault() == Fault.DOWN) {
            return Outcome.unavailable("the bank is down");
        }
        return Outcome.done(new Sent(context.callId(), "••• 001", Instant.now().plusSeconds(300)), Instant.now());
    }

    @Override
    public Outcome<Check> verify(CallContext context, String challengeId, String code) {
        return Outcome.done(code.equals(CODE) ? Check.verified() : Check.wrong(4), Instant.now());
    }

    @Override
    public Outcome<Profile> profile(CallContext context, String customerRef) {
        return Outcome.done(
                new Profile(customerRef, "Asha", "asha@example.org", "+910000000001", "Pune", "STANDARD", "en", null),
                Instant.now());
    }

    @Override
    public Outcome<Holdings> holdings(CallContext context, String customerRef) {
        return Outcome.done(new Holdings(List.of(), List.of()), Instant.now());
    }

    /** Every id is the customer's own. */
    private static JsonNode own(JsonNode schema, JsonNode value, String customer) {
        if (value.isArray()) {
            value.forEach(item -> own(schema.path("items"), item, customer));
        } else if (value instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> one : schema.path("properties").properties()) {
                JsonNode inner = object.path(one.getKey());
                if (one.getValue().has("x-reference") && !inner.isMissingNode()) {
                    object.put(one.getKey(), inner.asText() + "@" + customer);
                } else {
                    own(one.getValue(), inner, customer);
                }
            }
        }
        return value;
    }

    JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public <P extends ExtensionPoint, R> CallOutcome<R> call(
            Class<P> point, String callId, Duration within, BiFunction<P, CallContext, Outcome<R>> work) {
        return point.isInstance(this)
                ? new CallOutcome.Answered<>("folder", work.apply(point.cast(this), new Call(callId)), 1)
                : new CallOutcome.NotEnabled<>();
    }

    @Override
    public <P extends ExtensionPoint, R> CallOutcome<R> call(
            String plugin, Class<P> point, String callId, Duration within, BiFunction<P, CallContext, Outcome<R>> work) {
        return call(point, callId, within, work);
    }

    @Override
    public <P extends ExtensionPoint, R> CallOutcome<R> call(
            String plugin,
            Map<String, String> published,
            Class<P> point,
            String callId,
            Duration within,
            BiFunction<P, CallContext, Outcome<R>> work) {
        return call(plugin, point, callId, within, work);
    }

    @Override
    public List<String> offering(Class<? extends ExtensionPoint> point) {
        return point.isInstance(this) ? List.of("folder") : List.of();
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void append(String name, String line) {
        try {
            Files.writeString(
                    folder.resolve(name), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private record Call(String callId) implements CallContext {
        @Override
        public String bank() {
            return CurrentTenant.get().slug().value();
        }

        @Override
        public String trace() {
            return callId;
        }

        @Override
        public Instant deadline() {
            return Instant.now().plusSeconds(6);
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public @Nullable String setting(String name) {
            return null;
        }

        @Override
        public Http http() {
            throw new UnsupportedOperationException("a folder has no network");
        }
    }
}
