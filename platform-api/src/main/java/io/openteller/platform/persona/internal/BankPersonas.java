package io.openteller.platform.persona.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openteller.platform.persona.Persona;
import io.openteller.platform.persona.Persona.Escalation;
import io.openteller.platform.persona.Personas;
import io.openteller.platform.release.Releases;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The platform's own personas, and over them what the bank made of them. Every change is a release: who works on one looks once for
 * it, everybody else again after {@link #LOOKS_AGAIN}.
 */
@Singleton
class BankPersonas implements Personas {

    static final List<String> SHIPPED = List.of(GENERAL, "fraud-prevention", "investment-education");
    private static final Duration LOOKS_AGAIN = Duration.ofSeconds(2);

    private final TenantDatabase database;
    private final PersonaSql editions;
    private final Releases releases;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Persona> shipped = new LinkedHashMap<>();
    private final Map<UUID, Seen> seen = new ConcurrentHashMap<>();

    BankPersonas(TenantDatabase database, PersonaSql editions, Releases releases, Clock clock) {
        this.database = database;
        this.editions = editions;
        this.releases = releases;
        this.clock = clock;
        SHIPPED.forEach(id -> shipped.put(id, read(resource(id))));
    }

    /** @param release that was held when it was looked up; empty if none was */
    private record Seen(OptionalLong release, int editions, Instant at, Map<String, Persona> personas, List<Watched> watched) {}

    private record Watched(Persona persona, Escalation rule, PhrasePattern pattern) {}

    @Override
    public Persona speakingTo(String intent) {
        Map<String, Persona> all = inForce().personas();
        return all.values().stream()
                .filter(one -> one.intents().contains(intent))
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(all.get(GENERAL)));
    }

    @Override
    public Optional<Needed> person(String message) {
        List<String> words = PhrasePattern.words(message);
        for (Watched watched : inForce().watched()) {
            Optional<String> found = watched.pattern().in(words);
            if (found.isPresent()) {
                return Optional.of(new Needed(
                        watched.persona().id(), watched.rule().team(), watched.rule().why(), found.get()));
            }
        }
        return Optional.empty();
    }

    Collection<Persona> all() {
        return inForce().personas().values();
    }

    void forget() {
        seen.remove(CurrentTenant.get().id());
    }

    Persona read(String body) {
        try {
            return json.readValue(body, Persona.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("no persona: " + broken.getOriginalMessage(), broken);
        }
    }

    String written(Persona persona) {
        try {
            return json.writeValueAsString(persona);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Seen inForce() {
        UUID tenant = CurrentTenant.get().id();
        Seen known = seen.get(tenant);
        Instant now = clock.instant();
        OptionalLong held = releases.held();
        if (known != null
                && (held.isPresent() ? held.equals(known.release()) : now.isBefore(known.at().plus(LOOKS_AGAIN)))) {
            return known;
        }
        Seen fresh = database.inTransaction(sql -> {
            int count = editions.count(sql);
            if (known != null && known.editions() == count) {
                return new Seen(held, count, now, known.personas(), known.watched());
            }
            Map<String, Persona> all = new LinkedHashMap<>(shipped);
            editions.inForce(sql).stream().map(this::read).forEach(one -> all.put(one.id(), one));
            return new Seen(held, count, now, all, watched(all.values()));
        });
        seen.put(tenant, fresh);
        return fresh;
    }

    private static List<Watched> watched(Collection<Persona> personas) {
        List<Watched> watched = new ArrayList<>();
        for (Persona persona : personas) {
            for (Escalation rule : persona.escalations()) {
                rule.phrases().values().stream()
                        .flatMap(List::stream)
                        .map(PhrasePattern::of)
                        .filter(pattern -> !pattern.words().isEmpty())
                        .forEach(pattern -> watched.add(new Watched(persona, rule, pattern)));
            }
        }
        return List.copyOf(watched);
    }

    private static String resource(String id) {
        try (InputStream file = Objects.requireNonNull(
                BankPersonas.class.getResourceAsStream("/persona/" + id + ".json"), id)) {
            return new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
