package io.openteller.procedures.shipped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openteller.operations.OperationSpec;
import io.openteller.operations.Schemas;
import io.openteller.plugins.sandbox.ClockedSandbox;
import io.openteller.procedures.machine.Effect;
import io.openteller.procedures.machine.Event.Result;
import io.openteller.spi.CallContext;
import io.openteller.spi.Http;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.OperationProvider;
import io.openteller.spi.banking.OperationProvider.Past;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sandbox as one customer's bank: calls go out with the step as their id, and what became of a lost one is asked. */
final class ScenarioBank {

    private static final Schemas SCHEMAS = new Schemas();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The core's own refusal, not a fault of the sandbox: no supplier does it. */
    private static final String ABSENT = "ABSENT";

    /** The same for a call and a question about it; short, as nothing here is slow. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final OperationProvider sandbox;
    private final Path folder;
    private final String bank;
    private final Map<String, String> faults;

    /** @param folder with the stores of the banks */
    ScenarioBank(Path folder, String bank, Map<String, String> faults, Clock clock) {
        this.sandbox = ClockedSandbox.by(clock);
        this.folder = folder;
        this.bank = bank;
        this.faults = faults;
    }

    static String of(String customer) {
        return customer.startsWith("MB-") ? "meridian" : "harbour";
    }

    /** Makes the bank's store. */
    static void fill(Path folder, String bank) {
        Call call = new Call(bank, "fill", Instant.now().plusSeconds(60), folder, Map.of());
        if (!(ClockedSandbox.by(Clock.systemUTC()).perform(call, "accounts.list/v1", bank.equals("meridian") ? "MB-1001" : "HB-2001", "{}")
                instanceof Outcome.Done)) {
            throw new IllegalStateException("the sandbox does not start");
        }
    }

    /** So that a scenario may do what it likes in them. */
    static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What is wrong with what is asked of the bank. */
    static List<String> faults(OperationSpec spec, Effect.Perform effect) {
        return SCHEMAS.faults(spec.input(), effect.input().toString());
    }

    Result perform(String customer, Effect.Perform effect, OperationSpec spec) {
        String operation = effect.operation().toString();
        if (fault(operation).containsValue(ABSENT)) {
            return new Result.Refused("nothing that the bank has switched on does this");
        }
        Outcome<String> outcome = sandbox.perform(call(effect.step(), operation), operation, customer, effect.input().toString());
        return switch (outcome) {
            case Outcome.Done<String>(String result, Instant asOf) when fits(spec, result) -> new Result.Done(json(result));
            case Outcome.Done<String> unreadable -> afterwards(customer, effect.step(), spec, "nobody understands the answer");
            case Outcome.NotFound<String> notFound -> new Result.Refused("not found");
            case Outcome.Refused<String>(String reason) -> new Result.Refused(reason);
            case Outcome.Unavailable<String>(String cause) -> afterwards(customer, effect.step(), spec, cause);
        };
    }

    private static boolean fits(OperationSpec spec, String result) {
        return SCHEMAS.faults(spec.output(), result).isEmpty();
    }

    /** What was to be changed is asked about; what was only to be read is not there. */
    private Result afterwards(String customer, String step, OperationSpec spec, String cause) {
        if (!spec.hasEffect()) {
            return new Result.Failed(cause);
        }
        return switch (sandbox.reconcile(call(step, "reconcile"), spec.name().toString(), customer, step)) {
            case Outcome.Done<Past>(Past.Performed(String result), Instant asOf) -> new Result.Done(json(result));
            case Outcome.Done<Past>(Past.Never never, Instant asOf) -> new Result.Failed("it was not done");
            default -> new Result.TimedOut();
        };
    }

    private Call call(String id, String operation) {
        return new Call(bank, id, Instant.now().plus(PATIENCE), folder, fault(operation));
    }

    private Map<String, String> fault(String operation) {
        String fault = faults.getOrDefault(operation.replaceFirst("/v\\d+$", ""), faults.get("*"));
        return fault == null ? Map.of() : Map.of("fault", fault);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private record Call(String bank, String callId, Instant deadline, Path folder, Map<String, String> faults)
            implements CallContext {

        private static final Set<String> FAULTS = Set.of("fault", "faultIn");

        @Override
        public String trace() {
            return "scenario";
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public @Nullable String setting(String name) {
            return switch (name) {
                case "dataset" -> bank;
                case "dataFolder" -> folder.toString();
                default -> FAULTS.contains(name) ? faults.get(name) : null;
            };
        }

        @Override
        public Http http() {
            throw new UnsupportedOperationException("the sandbox asks nobody");
        }
    }
}
