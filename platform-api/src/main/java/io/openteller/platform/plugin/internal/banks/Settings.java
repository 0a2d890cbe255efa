package io.openteller.platform.plugin.internal.banks;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.openteller.packages.Manifest;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.FieldFault;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.vault.Vault;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Settings against their schema, and secrets apart from the rest. */
@Singleton
public class Settings {

    private final Vault vault;
    private final ObjectMapper json;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    Settings(Vault vault, ObjectMapper json) {
        this.vault = vault;
        this.json = json;
    }

    /** What is wrong, one per fault; empty when nothing is. */
    List<FieldFault> faults(String schema, Map<String, Object> settings) {
        return schemas.getSchema(schema).validate(written(settings), InputFormat.JSON).stream()
                .map(fault -> new FieldFault(field(fault), fault.getMessage()))
                .sorted(Comparator.comparing(FieldFault::field).thenComparing(FieldFault::message))
                .toList();
    }

    /** Where a property is missing, or one too many, the schema's rule is broken above it: then it is named apart. */
    private static String field(Error fault) {
        String place = fault.getInstanceLocation().toString().replaceFirst("^[$/.]+", "");
        return fault.getProperty() == null ? place : fault.getProperty();
    }

    /** @throws ProblemException if settings cannot be checked against it */
    public void checkSchema(String schema) {
        try {
            read(schema);
            faults(schema, Map.of());
        } catch (RuntimeException unusable) {
            throw new ProblemException(ErrorCode.PLUGIN_REJECTED, "the schema of its settings is no JSON Schema");
        }
    }

    /** Names of the properties that the schema marks as secret. */
    Set<String> secrets(String schema) {
        return marked(schema, "writeOnly");
    }

    /** Names of those that nobody fills in by hand. */
    Set<String> published(String schema) {
        return marked(schema, "readOnly");
    }

    /** Names of those that say whom the plugin trusts, or in whose name it speaks: changing one takes a second person. */
    Set<String> trusted(String schema) {
        return marked(schema, "x-second-person");
    }

    private Set<String> marked(String schema, String mark) {
        Set<String> marked = new TreeSet<>();
        Object properties = read(schema).get("properties");
        if (properties instanceof Map<?, ?> described) {
            described.forEach((name, value) -> {
                if (value instanceof Map<?, ?> property && Boolean.TRUE.equals(property.get(mark))) {
                    marked.add(String.valueOf(name));
                }
            });
        }
        return marked;
    }

    /**
     * What was given, with what is published as it is.
     *
     * @throws ProblemException if something else is given for it: that is published elsewhere, by two people
     */
    Map<String, Object> withPublished(String schema, Kept kept, Map<String, Object> given) {
        Map<String, Object> all = new HashMap<>(given);
        List<FieldFault> set = new ArrayList<>();
        for (String name : published(schema)) {
            Object is = kept.settings().get(name);
            Object wanted = all.remove(name);
            if (wanted != null && !wanted.equals(is)) {
                set.add(new FieldFault(name, "this is published by two people, and not set here"));
            }
            if (is != null) {
                all.put(name, is);
            }
        }
        if (!set.isEmpty()) {
            throw new ProblemException(ErrorCode.SETTINGS_INVALID, set);
        }
        return all;
    }

    /** Everything, secrets opened; never to be shown. */
    Map<String, Object> opened(String plugin, Kept kept) {
        return opened(plugin, kept.settings(), kept.sealed());
    }

    Map<String, Object> opened(String plugin, Map<String, Object> plain, Map<String, String> sealed) {
        Map<String, Object> all = new HashMap<>(plain);
        sealed.forEach((name, secret) -> all.put(name, vault.open(secret, purpose(plugin, name))));
        return all;
    }

    /** @param sealed the secrets among them */
    record Closed(Map<String, Object> plain, Map<String, String> sealed) {}

    /** Takes the secrets out of {@code all} and seals them. */
    Closed closed(String plugin, String schema, Map<String, Object> all) {
        Map<String, Object> plain = new HashMap<>(all);
        Map<String, String> sealed = new HashMap<>();
        for (String name : secrets(schema)) {
            Object secret = plain.remove(name);
            if (secret != null) {
                sealed.put(name, vault.seal(String.valueOf(secret), purpose(plugin, name)));
            }
        }
        // As it will come back from the database.
        return new Closed(Stored.object(Stored.written(plain)), sealed);
    }

    /**
     * What was given, with the kept secrets where none is given: nobody can read one back to give it again.
     *
     * @throws ProblemException if a kept secret would go to a host that it did not go to before: only who knows it may send
     *     it there
     */
    Map<String, Object> withKept(String plugin, Kept kept, Manifest manifest, Map<String, Object> given) {
        Map<String, Object> opened = opened(plugin, kept);
        Map<String, Object> all = new HashMap<>(given);
        List<FieldFault> moved = new ArrayList<>();
        boolean elsewhere = !Reach.ofSettings(manifest, opened).containsAll(Reach.ofSettings(manifest, given));
        kept.sealed().keySet().stream().sorted().filter(name -> !given.containsKey(name)).forEach(name -> {
            if (elsewhere) {
                moved.add(new FieldFault(name, "the settings lead to another host; give this secret again"));
            }
            all.put(name, Objects.requireNonNull(opened.get(name)));
        });
        if (!moved.isEmpty()) {
            throw new ProblemException(ErrorCode.SETTINGS_INVALID, moved);
        }
        return all;
    }

    private static String purpose(String plugin, String name) {
        return "plugin/" + plugin + "/" + name;
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Map<String, Object> read(String text) {
        try {
            return Objects.requireNonNull(json.readValue(text, Argument.mapOf(String.class, Object.class)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
