package io.openteller.bench.patrons;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.canaries.Canary;
import io.openteller.bench.customers.Gateway;
import io.openteller.bench.customers.Vouching;
import io.openteller.bench.load.Answer;
import io.openteller.bench.load.Client;
import io.openteller.bench.patrons.Script.Line;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Customers, one after the other, who say what is in the script and wait for each answer. */
public final class Patron {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int STEPS = 3;
    /** One message of so many has the bank's word in its text: what is worked out once for a text is so for each bank anew. */
    private static final int TELLS = 50;
    private static final JsonMapper JSON = new JsonMapper();

    private final Client client;
    private final Gateway phone;
    private final Map<String, Script> scripts;
    private final Tally tally;
    private final Acknowledged acknowledged;
    private final Pace pace;

    public Patron(
            Client client,
            Gateway phone,
            Map<String, Script> scripts,
            Tally tally,
            Acknowledged acknowledged,
            Pace pace) {
        this.client = client;
        this.phone = phone;
        this.scripts = scripts;
        this.tally = tally;
        this.acknowledged = acknowledged;
        this.pace = pace;
    }

    /** A customer of a bank. */
    public record Self(SandboxBank bank, SandboxBank.Customer customer) {}

    public void visit(Self self, Random chance, BooleanSupplier stays) {
        SandboxBank bank = self.bank();
        Optional<Visit> opened = open(client, tally, self, stays);
        if (opened.isEmpty()) {
            return;
        }
        try (Visit visit = opened.get()) {
            for (Line line : Objects.requireNonNull(scripts.get(bank.dataset())).conversation(chance)) {
                if (!stays.getAsBoolean() || !visit.isAssistants() || !says(self, visit, told(bank, line, chance), stays)) {
                    break;
                }
            }
            tally.ended();
        }
    }

    private static Line told(SandboxBank bank, Line line, Random chance) {
        return chance.nextInt(TELLS) == 0
                ? new Line(line.kind(), line.text() + " My reference is " + Canary.of(bank.slug()) + ".")
                : line;
    }

    /** What a customer's window calls a message; it is one of the bank's rows like any other. */
    public static String messageId(SandboxBank bank) {
        return Canary.of(bank.slug()) + "-" + UUID.randomUUID();
    }

    /** @return empty if it was not to be had while they stayed */
    public static Optional<Visit> open(Client client, Tally tally, Self self, BooleanSupplier stays) {
        SandboxBank bank = self.bank();
        while (stays.getAsBoolean()) {
            Answer answer = client.post(
                            "/api/v1/widget/sessions",
                            "",
                            json(Map.of(
                                    "siteKey", bank.siteKey(),
                                    "identityToken", Vouching.token(bank, self.customer()),
                                    "locale", "en")))
                    .join();
            if (answer.isOk()) {
                JsonNode session = Visit.tree(answer.body());
                return Optional.of(new Visit(
                        client,
                        tally,
                        UUID.fromString(session.path("conversationId").asText()),
                        session.path("token").asText()));
            }
            if (!answer.isToTryAgain()) {
                tally.surprise("no session: " + answer);
                return Optional.empty();
            }
            wait(tally, answer);
        }
        return Optional.empty();
    }

    /** @return whether to go on */
    private boolean says(
            Self self, Visit visit, Line line, BooleanSupplier stays) {
        long due = pace.next(stays);
        if (!stays.getAsBoolean()) {
            return false;
        }
        String id = messageId(self.bank());
        String said = json(Map.of("clientMessageId", id, "text", line.text()));
        Answer answer = stubbornly(visit, "/messages", said, stays);
        if (!answer.isOk()) {
            if (stays.getAsBoolean()) {
                tally.surprise("a message was not taken: " + answer);
            }
            return false;
        }
        tally.accepted(System.nanoTime() - due);
        long seq = Visit.tree(answer.body()).path("seq").asLong();
        acknowledged.add(self.bank().id(), visit.conversation(), id, seq);
        if (!heard(visit, line, seq, due)) {
            return !visit.isAssistants();
        }
        return steps(self, visit, line, stays);
    }

    private boolean heard(Visit visit, Line line, long after, long since) {
        tally.waits();
        long at = visit.awaitReply(after, PATIENCE);
        tally.waitsNoMore();
        if (at == 0) {
            if (visit.isAssistants()) {
                tally.unanswered("message " + after + " of " + visit.conversation() + " was not answered within " + PATIENCE);
            }
            return false;
        }
        tally.answered(line.kind(), since, at);
        return true;
    }

    /** What a reply asks for is done: a code is entered, and a card is turned down, so that nothing runs into its limits. */
    private boolean steps(
            Self self, Visit visit, Line line, BooleanSupplier stays) {
        for (int step = 0; step < STEPS; step++) {
            JsonNode card = visit.card();
            if (card == null) {
                return true;
            }
            long before = visit.said();
            long since = System.nanoTime();
            Answer answer;
            if (card.path("kind").asText().equals("OTP")) {
                String code = phone.code(self.bank().slug(), self.customer().mobile()).orElse("000000");
                answer = stubbornly(
                        visit,
                        "/step-up",
                        json(Map.of("challengeId", card.path("challengeId").asText(), "code", code)),
                        stays);
                if (!answer.body().contains("VERIFIED")) {
                    // Another conversation of this customer asked for a newer one.
                    return true;
                }
            } else if (card.path("kind").asText().equals("CONFIRM")) {
                answer = stubbornly(
                        visit, "/confirmations/" + card.path("actionId").asText(), "{\"accept\":false}", stays);
            } else {
                return true;
            }
            if (!answer.isOk() || !heard(visit, line, before, since)) {
                return false;
            }
        }
        return true;
    }

    private Answer stubbornly(Visit visit, String what, String json, BooleanSupplier stays) {
        while (true) {
            Answer answer = client.post(visit.path(what), visit.token(), json).join();
            if (!answer.isToTryAgain() || !stays.getAsBoolean()) {
                return answer;
            }
            wait(tally, answer);
        }
    }

    private static void wait(Tally tally, Answer answer) {
        if (answer.status() == 429) {
            tally.limited();
            Visit.pause(Math.clamp(answer.retryAfterSeconds() * 1000L, 100, 5_000));
        } else {
            tally.again();
            Visit.pause(200);
        }
    }

    private static String json(Map<String, String> fields) {
        return JSON.valueToTree(fields).toString();
    }
}
