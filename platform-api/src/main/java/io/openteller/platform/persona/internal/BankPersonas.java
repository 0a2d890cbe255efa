package io.openteller.platform.persona.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openteller.platform.persona.Persona.Escalation;
import io.openteller.platform.persona.Persona;
import io.openteller.platform.persona.Personas;
import io.openteller.platform.tenancy.BankChanges;
import io.openteller.platform.tenancy.Lately;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The platform's own personas, and over them what the bank made of them. Another replica's change is seen within seconds. */
@Singleton
class BankPersonas implements Personas {

    static final List<String> SHIPPED = List.of(GENERAL, "fraud-prevention", "investment-education");

    private final TenantDatabase database;
    private final PersonaSql editions;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Persona> shipped = new LinkedHashMap<>();
    private final Lately<Seen> seen;

    BankPersonas(TenantDatabase database, PersonaSql editions, BankChanges changes) {
        this.database = database;
        this.editions = editions;
        this.seen = new Lately<>(changes, database);
        SHIPPED.forEach(id -> shipped.put(id, read(resource(id))));
    }

    private record Seen(Map<String, Persona> personas, List<Watched> watched) {}

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
        seen.forget();
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
        return seen.of(() -> {
            Map<String, Persona> all = new LinkedHashMap<>(shipped);
            database.inTransaction(editions::inForce).stream().map(this::read).forEach(one -> all.put(one.id(), one));
            return new Seen(all, watched(all.values()));
        });
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
