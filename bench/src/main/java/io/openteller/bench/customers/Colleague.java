package io.openteller.bench.customers;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.bench.banks.SandboxBank;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A bank's colleague in the agent center, who decides on whatever waits for them: sometimes the same twice, and sometimes yes and
 * no at once, as two windows of one person do.
 */
final class Colleague {

    private static final double DECLINES = 0.25;

    private final Wire wire;
    private final Diary diary;
    private final SandboxBank bank;
    private final Random chance;

    Colleague(Wire wire, Diary diary, SandboxBank bank, Random chance) {
        this.wire = wire;
        this.diary = diary;
        this.bank = bank;
        this.chance = chance;
    }

    void work(CountDownLatch over) {
        try {
            while (!over.await(1_500 + chance.nextInt(1_500), TimeUnit.MILLISECONDS)) {
                decide();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void decide() {
        Map<String, String> signedIn =
                Map.of("Cookie", "openteller_session=" + bank.staffCookie(), "X-Openteller-Request", "1");
        for (JsonNode waiting : wire.get("/api/v1/approvals", signedIn).body().path("approvals")) {
            UUID id = UUID.fromString(waiting.path("id").asText());
            boolean agrees = chance.nextDouble() >= DECLINES;
            List<Boolean> words =
                    switch (chance.nextInt(8)) {
                        case 0, 1 -> List.of(agrees, agrees);
                        case 2 -> List.of(agrees, !agrees);
                        default -> List.of(agrees);
                    };
            if (words.contains(true)) {
                diary.approved(id);
            }
            Visit.atOnce(words, word -> decide(id, word, signedIn));
        }
    }

    private void decide(UUID id, boolean agrees, Map<String, String> signedIn) {
        wire.post(
                "/api/v1/approvals/" + id + "/decision",
                signedIn,
                Map.of("agree", agrees, "reason", agrees ? "" : "Not without papers"));
    }
}
