package io.openteller.bench.customers;

import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.canaries.Canary;
import io.openteller.bench.customers.Wire.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** One customer's widget in one conversation: tries again under the same id what went wrong on the way, as a widget does. */
public final class Visit implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Wire wire;
    private final Diary diary;
    private final SandboxBank bank;
    private final UUID conversation;
    private final Map<String, String> bearer;
    private final EventStream events;

    private Visit(Wire wire, Diary diary, SandboxBank bank, UUID conversation, String token) {
        this.wire = wire;
        this.diary = diary;
        this.bank = bank;
        this.conversation = conversation;
        this.bearer = Map.of("Authorization", "Bearer " + token);
        this.events = new EventStream(wire, path("/events"), bearer, diary);
    }

    /** @return empty if the platform did not open one within the customer's patience */
    static Optional<Visit> open(Wire wire, Diary diary, SandboxBank bank, SandboxBank.Customer customer, String locale) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            // Another token each time: one is taken once, also if the answer got lost.
            Answer answer = wire.post(
                    "/api/v1/widget/sessions",
                    Map.of(),
                    Map.of("siteKey", bank.siteKey(), "identityToken", Vouching.token(bank, customer), "locale", locale));
            if (answer.isOk()) {
                UUID conversation = UUID.fromString(answer.body().path("conversationId").asText());
                diary.opened(new Diary.Opened(bank.id(), conversation, customer.ref()));
                return Optional.of(
                        new Visit(wire, diary, bank, conversation, answer.body().path("token").asText()));
            }
            if (!answer.isToTryAgain()) {
                diary.surprise("no session: " + answer);
                return Optional.empty();
            }
            pause(500);
        }
        return Optional.empty();
    }

    public EventStream events() {
        return events;
    }

    /**
     * Says something.
     *
     * @param twice at the same time, as an impatient finger does
     * @return its number in the conversation; 0 if it has none
     */
    public long says(String text, boolean twice) {
        String id = Canary.of(bank.slug()) + "-" + UUID.randomUUID();
        if (!twice) {
            return sent(id, text);
        }
        Thread other = Thread.ofVirtual().start(() -> sent(id, text));
        long seq = sent(id, text);
        join(other);
        return seq;
    }

    private long sent(String id, String text) {
        Answer answer = stubbornly("/messages", Map.of("clientMessageId", id, "text", text));
        long seq = answer.body().path("seq").asLong();
        if (answer.isOk() && seq > 0) {
            diary.accepted(new Diary.Accepted(bank.id(), conversation, id, seq));
        }
        return seq;
    }

    /** @return what became of the code; empty if nobody said */
    public Optional<String> entersCode(String challenge, String code) {
        Answer answer = stubbornly("/step-up", Map.of("challengeId", challenge, "code", code));
        return answer.isOk() ? Optional.of(answer.body().path("result").asText()) : Optional.empty();
    }

    public void resendsCode(String challenge) {
        wire.post(path("/step-up/resend"), bearer, Map.of("challengeId", challenge));
    }

    /** Each at the same time as the others. */
    public void answersCard(String card, List<Boolean> accepts) {
        atOnce(accepts, accept -> answersCard(card, accept));
    }

    /** Returns when all are through. */
    static <T> void atOnce(List<T> each, Consumer<T> does) {
        List<Thread> fingers = each.stream()
                .map(one -> Thread.ofVirtual().start(() -> does.accept(one)))
                .toList();
        fingers.forEach(Visit::join);
    }

    /** For a card that is shown now, a yes in words is one. */
    public void agreesInWords() {
        events.cards().stream()
                .filter(card -> card.kind().equals("CONFIRM"))
                .reduce((first, last) -> last)
                .ifPresent(card -> diary.agreed(conversation, card.action()));
    }

    private void answersCard(String card, boolean accept) {
        if (accept) {
            diary.agreed(conversation, card);
        }
        stubbornly("/confirmations/" + card, Map.of("accept", accept));
    }

    public void asksForPerson() {
        stubbornly("/handoff", Map.of());
    }

    private Answer stubbornly(String what, Object body) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Answer answer = wire.post(path(what), bearer, body);
            if (!answer.isToTryAgain() || System.nanoTime() > end) {
                if (answer.status() == 401 || answer.status() == 403 || answer.status() == 400) {
                    diary.surprise(what + ": " + answer);
                }
                return answer;
            }
            pause(answer.status() == 429 ? 5_000 : 400);
        }
    }

    private String path(String what) {
        return "/api/v1/widget/conversations/" + conversation + what;
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread one) {
        try {
            one.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        events.close();
    }
}
