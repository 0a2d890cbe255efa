package io.openteller.kit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is wrong with a schema of settings, beyond what packing sees. */
public final class SettingsFaults {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final Schema META = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of(DIALECT));

    /** A setting that is called so and is shown to everybody is a mistake more often than not. */
    private static final Pattern SECRET =
            Pattern.compile(".*(secret|password|passwort|token|credential|apikey|privatekey|gatewaykey).*|key|.*[a-z]Key");

    private SettingsFaults() {}

    public static List<String> of(JsonNode schema) {
        List<String> faults = new ArrayList<>();
        if (!schema.path("$schema").asText().equals(DIALECT)) {
            faults.add("settings: $schema must say " + DIALECT + "; SettingsSpec does so by itself");
        }
        META.validate(schema.toString(), InputFormat.JSON)
                .forEach(error -> faults.add("settings: no valid JSON Schema 2020-12: " + error));
        if (schema.path("additionalProperties").asBoolean(true)) {
            faults.add("settings: additionalProperties must be false, or a mistyped setting is never noticed");
        }
        schema.path("properties").properties().forEach(one -> property(one.getKey(), one.getValue(), faults));
        return faults;
    }

    private static void property(String name, JsonNode property, List<String> faults) {
        if (property.path("title").asText().isBlank()) {
            faults.add("settings." + name + ": a title is missing; the administrator's form shows it");
        }
        boolean secret = SECRET.matcher(name).matches()
                || SECRET.matcher(name.toLowerCase(Locale.ROOT)).matches();
        if (secret && property.path("type").asText().equals("string") && !property.path("writeOnly").asBoolean()) {
            faults.add("settings." + name + ": looks like a secret and is not marked as one; say secret = true in its @Setting"
                    + " (writeOnly in the schema), or call it something else");
        }
    }
}
