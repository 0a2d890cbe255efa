package io.openteller.platform.plugin.internal.calls;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openteller.packages.Manifest;
import io.openteller.packages.Manifest.DataClass;
import io.openteller.packages.Manifest.Publisher;
import io.openteller.packages.Manifest.Resources;
import io.openteller.spi.Capability;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.Capability.Operation;
import io.openteller.spi.Capability.RiskClass;
import io.openteller.spi.banking.AccountReader;
import java.util.List;

/** Describes a plugin of a test: one that reads accounts from an address in its settings, unless the test says otherwise. */
public record ManifestBuilder(
        String id,
        String version,
        List<Capability> capabilities,
        List<String> egress,
        List<DataClass> data,
        Resources resources,
        String settings) {

    private static final String SETTINGS = """
            {"type": "object", "additionalProperties": false, "properties": {
              "address": {"type": "string"}, "limit": {"type": "integer"},
              "key": {"type": "string", "writeOnly": true}}}
            """;

    public static ManifestBuilder reader(String id, String version) {
        return new ManifestBuilder(
                id,
                version,
                List.of(Capability.of(
                        AccountReader.class,
                        new Operation("accounts", RiskClass.READ, Assurance.IDENTIFIED, true, true))),
                List.of("{address}"),
                List.of(DataClass.HOLDINGS),
                new Resources(2_000, 64, 1_000, 8),
                SETTINGS);
    }

    public ManifestBuilder calling(String... hosts) {
        return new ManifestBuilder(id, version, capabilities, List.of(hosts), data, resources, settings);
    }

    public ManifestBuilder given(DataClass... classes) {
        return new ManifestBuilder(id, version, capabilities, egress, List.of(classes), resources, settings);
    }

    public ManifestBuilder offering(Capability... all) {
        return new ManifestBuilder(id, version, List.of(all), egress, data, resources, settings);
    }

    public ManifestBuilder using(int timeoutMillis, int callsPerSecond, int callsAtOnce) {
        return new ManifestBuilder(
                id, version, capabilities, egress, data, new Resources(timeoutMillis, 64, callsPerSecond, callsAtOnce), settings);
    }

    public Manifest build() {
        try {
            return new Manifest(
                    id,
                    version,
                    ">=1.0.0 <2.0.0",
                    "Reader " + id,
                    "Reads accounts",
                    "Apache-2.0",
                    new Publisher("Test Works", "0123456789abcdef"),
                    null,
                    List.of("banking"),
                    capabilities,
                    egress,
                    data,
                    resources,
                    new ObjectMapper().readTree(settings),
                    "Keeps nothing.");
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
