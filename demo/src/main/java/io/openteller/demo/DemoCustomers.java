package io.openteller.demo;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Who can sign in on a demo bank's website: the customers of the sandbox's data set. */
@Singleton
class DemoCustomers {

    private final ObjectMapper json;
    private final Map<String, List<Customer>> byBank = new HashMap<>();

    DemoCustomers(ObjectMapper json) {
        this.json = json;
    }

    @Serdeable
    record Customer(String ref, String name, String tier, String language, String mobile) {}

    synchronized List<Customer> of(DemoBank bank) {
        return byBank.computeIfAbsent(bank.slug(), this::read);
    }

    private List<Customer> read(String slug) {
        String name = "/datasets/" + slug + ".json";
        try (InputStream file = Objects.requireNonNull(DemoCustomers.class.getResourceAsStream(name), name)) {
            List<Customer> customers = new ArrayList<>();
            JsonNode root = Objects.requireNonNull(json.readValue(file, JsonNode.class));
            for (JsonNode one : Objects.requireNonNull(root.get("customers")).values()) {
                customers.add(new Customer(
                        text(one, "ref"), text(one, "name"), text(one, "tier"), text(one, "language"),
                        text(one, "mobile")));
            }
            return customers;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(JsonNode node, String field) {
        return Objects.requireNonNull(node.get(field), field).getStringValue();
    }
}
