package io.openteller.bench.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.customers.Vouching;
import io.openteller.bench.load.Answer;
import io.openteller.bench.load.Client;
import io.openteller.bench.patrons.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Customers who have come in, each with a conversation of their own. */
final class Customers {

    private static final int AT_ONCE = 16;

    /** One of them. */
    record Customer(SandboxBank bank, UUID conversation, String token) {
        String path(String what) {
            return "/api/v1/widget/conversations/" + conversation + what;
        }
    }

    private Customers() {}

    static List<Customer> come(Client client, List<SandboxBank> banks, int count) {
        List<Customer> all = new ArrayList<>();
        try (ExecutorService crew = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < count; i++) {
                SandboxBank bank = banks.get(i % banks.size());
                int who = i / banks.size() % bank.customers().size();
                crew.execute(() -> {
                    Customer one = come(client, bank, who);
                    synchronized (all) {
                        all.add(one);
                    }
                });
            }
        }
        if (all.size() < count) {
            throw new IllegalStateException("only " + all.size() + " of " + count + " customers got a session");
        }
        return all;
    }

    private static Customer come(Client client, SandboxBank bank, int who) {
        while (true) {
            String said = new JsonMapper()
                    .valueToTree(Map.of(
                            "siteKey", bank.siteKey(),
                            "identityToken", Vouching.token(bank, bank.customers().get(who)),
                            "locale", "en"))
                    .toString();
            Answer answer = client.post("/api/v1/widget/sessions", "", said).join();
            if (answer.isOk()) {
                JsonNode session = Visit.tree(answer.body());
                return new Customer(
                        bank,
                        UUID.fromString(session.path("conversationId").asText()),
                        session.path("token").asText());
            }
            if (!answer.isToTryAgain()) {
                throw new IllegalStateException("no session: " + answer);
            }
            Visit.pause(200);
        }
    }
}
