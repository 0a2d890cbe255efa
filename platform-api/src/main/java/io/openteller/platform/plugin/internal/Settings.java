package io.openteller.platform.plugin.internal;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.plugin.internal.InstallationSql.Row;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.FieldFault;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.vault.Vault;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Settings against their schema, and secrets apart from the rest. */
@Singleton
class Settings {

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
    void checkSchema(String schema) {
        try {
            read(schema);
            faults(schema, Map.of());
        } catch (RuntimeException unusable) {
            throw new ProblemException(ErrorCode.PLUGIN_REJECTED, "the schema of its settings is no JSON Schema");
        }
    }

    /** Names of the properties that the schema marks as secret. */
    Set<String> secrets(String schema) {
        Set<String> secrets = new TreeSet<>();
        Object properties = read(schema).get("properties");
        if (properties instanceof Map<?, ?> described) {
            described.forEach((name, value) -> {
                if (value instanceof Map<?, ?> property && Boolean.TRUE.equals(property.get("writeOnly"))) {
                    secrets.add(String.valueOf(name));
                }
            });
        }
        return secrets;
    }

    /** Everything, secrets opened; never to be shown. */
    Map<String, Object> opened(String plugin, Row row) {
        Map<String, Object> all = new HashMap<>(row.settings());
        row.sealed().forEach((name, sealed) -> all.put(name, vault.open(sealed, purpose(plugin, name))));
        return all;
    }

    /** Takes the secrets out of {@code all} and seals them. */
    Row closed(String plugin, String schema, Row before, Map<String, Object> all) {
        Map<String, Object> plain = new HashMap<>(all);
        Map<String, String> sealed = new HashMap<>();
        for (String name : secrets(schema)) {
            Object secret = plain.remove(name);
            if (secret != null) {
                sealed.put(name, vault.seal(String.valueOf(secret), purpose(plugin, name)));
            }
        }
        return new Row(before.enabled(), plain, sealed, null);
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
