package io.openteller.bench.customers;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.bench.banks.SandboxBank;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The banks' colleagues in the agent center, who decide on whatever waits for them, sometimes twice. */
final class Colleague {

    private static final double DECLINES = 0.25;

    private final Wire wire;
    private final Diary diary;
    private final List<SandboxBank> banks;
    private final Random chance;

    Colleague(Wire wire, Diary diary, List<SandboxBank> banks, Random chance) {
        this.wire = wire;
        this.diary = diary;
        this.banks = banks;
        this.chance = chance;
    }

    void work(CountDownLatch over) {
        try {
            while (!over.await(1, TimeUnit.SECONDS)) {
                for (SandboxBank bank : banks) {
                    decide(bank);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void decide(SandboxBank bank) {
        Map<String, String> signedIn =
                Map.of("Cookie", "openteller_session=" + bank.staffCookie(), "X-Openteller-Request", "1");
        for (JsonNode waiting : wire.get("/api/v1/approvals", signedIn).body().path("approvals")) {
            UUID id = UUID.fromString(waiting.path("id").asText());
            boolean agrees = chance.nextDouble() >= DECLINES;
            if (agrees) {
                diary.approved(id);
            }
            Map<String, Object> word = Map.of("agree", agrees, "reason", agrees ? "" : "Not without papers");
            wire.post("/api/v1/approvals/" + id + "/decision", signedIn, word);
            if (chance.nextInt(4) == 0) {
                wire.post("/api/v1/approvals/" + id + "/decision", signedIn, word);
            }
        }
    }
}
