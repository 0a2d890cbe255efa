package io.openteller.platform.workflow.internal.runs;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.openteller.platform.procedure.Procedures;
import io.openteller.procedures.definition.BadDefinition;
import io.openteller.procedures.definition.Definitions;
import io.openteller.procedures.shipped.ShippedProcedures;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every bank has published the procedures of the folder {@code runs}; or those that are shipped, if the property says so. */
@Singleton
@Requires(property = "openteller.test.given-procedures")
@Replaces(Procedures.class)
class GivenProcedures implements Procedures {

    private final List<Published> published = new CopyOnWriteArrayList<>();

    GivenProcedures(@Property(name = "openteller.test.given-procedures") String which) {
        if (which.equals("shipped")) {
            ShippedProcedures.all().forEach(one -> published.add(new Published(one.id(), 1, one)));
            return;
        }
        publish("block-card.yaml");
        publish("pay-back.yaml");
        publish("remind-later.yaml");
        publish("two-halves.yaml");
        publish("ask-colleague.yaml");
        publish("prove.yaml");
        publish("warn.yaml");
        publish("wait-for-papers.yaml");
    }

    /** The next version of it, from now on the one that is begun. */
    final void publish(String file) {
        try (InputStream text = Objects.requireNonNull(getClass().getResourceAsStream("/runs/" + file), file)) {
            var definition = Definitions.read(new String(text.readAllBytes(), StandardCharsets.UTF_8));
            int version = current(definition.id()).map(Published::version).orElse(0) + 1;
            published.add(new Published(definition.id(), version, definition));
        } catch (IOException | BadDefinition broken) {
            throw new IllegalStateException(file, broken);
        }
    }

    @Override
    public Optional<Published> current(String id) {
        return published.stream().filter(one -> one.id().equals(id)).reduce((first, second) -> second);
    }

    @Override
    public Optional<Published> version(String id, int number) {
        return published.stream()
                .filter(one -> one.id().equals(id) && one.version() == number)
                .findFirst();
    }

    @Override
    public List<Published> inForce() {
        return published.stream()
                .map(Published::id)
                .distinct()
                .map(id -> current(id).orElseThrow())
                .toList();
    }
}
