package io.openteller.bench.invariants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openteller.bench.invariants.Books.ApprovalRow;
import io.openteller.bench.invariants.Books.Effect;
import io.openteller.bench.invariants.Books.IntentRow;
import io.openteller.bench.invariants.Books.MessageRow;
import io.openteller.bench.invariants.Books.RunRow;
import io.openteller.bench.invariants.Books.TurnRow;
import io.openteller.operations.OperationSpec.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Books of one bank with one customer in one conversation, made up line by line; and what that customer remembers. */
final class MadeBooks implements Witness {

    static final String CUSTOMER = "C-1";

    final UUID conversation = UUID.randomUUID();
    final Map<String, List<Limit>> bounds = new HashMap<>();
    final Map<String, Map<String, Long>> lines = new HashMap<>();
    final List<Taken> taken = new ArrayList<>();
    String visitor = CUSTOMER;
    String owner = "ASSISTANT";
    private final UUID bank = UUID.randomUUID();
    private final List<Effect> effects = new ArrayList<>();
    private final List<IntentRow> intents = new ArrayList<>();
    private final List<ApprovalRow> approvals = new ArrayList<>();
    private final List<RunRow> runs = new ArrayList<>();
    private final List<TurnRow> turns = new ArrayList<>();
    private final List<MessageRow> messages = new ArrayList<>(List.of(new MessageRow(conversation, 1, "ASSISTANT", null)));
    private final Set<String> agreed = new HashSet<>();
    private final Set<UUID> approved = new HashSet<>();
    private Instant now = Instant.parse("2026-11-21T08:00:00Z");

    List<String> breaches(String invariant) {
        Books books = new Books(
                bank, "made", bounds, lines, effects, intents, approvals, runs, turns, messages, Map.of(conversation, owner), List.of());
        return Invariant.all().stream()
                .filter(one -> one.name().equals(invariant))
                .findFirst()
                .orElseThrow()
                .breaches()
                .apply(books, this);
    }

    void hoursLater(int hours) {
        now = now.plus(Duration.ofHours(hours));
    }

    /** All that belongs to an effect that the customer wanted. */
    void confirmed(String call, String operation, String arguments) {
        intent(call, operation, arguments, "DONE", true, null);
        effect(call, operation, arguments, null);
        agreed.add(call);
    }

    /** Of an always equal thing, so that two of them are one too many. */
    void refund(String call, long minor, boolean isApproved) {
        String amount = "{\"minor\": " + minor + ", \"currency\": \"GBP\"}";
        String arguments = "{\"refund\": \"ref-1\", \"amount\": " + amount + "}";
        intent(call, "refunds.execute/v1", arguments, "DONE", true, null);
        effect(call, "refunds.execute/v1", arguments, amount);
        agreed.add(call);
        if (isApproved) {
            approved.add(approval(call, "AGREED"));
        }
    }

    UUID approval(String call, String state) {
        UUID id = UUID.randomUUID();
        approvals.add(new ApprovalRow(id, call, state));
        return id;
    }

    void intent(String call, String operation, String arguments, String state, boolean confirmed, @Nullable String undoes) {
        intents.add(new IntentRow(call, conversation, CUSTOMER, operation, json(arguments), state, confirmed, undoes));
    }

    void effect(String call, String operation, String arguments, @Nullable String booked) {
        effects.add(effect(CUSTOMER, call, operation, arguments, booked));
    }

    void effectOf(String customer, String call, String operation, String arguments) {
        effects.add(effect(customer, call, operation, arguments, null));
    }

    void changed(String call, String operation, String customer, String arguments) {
        effects.replaceAll(one -> one.callId().equals(call) ? effect(customer, call, operation, arguments, null) : one);
    }

    /** What the bank let go of and never booked. */
    void cancelled(String call, long minor) {
        String amount = "{\"minor\": " + minor + ", \"currency\": \"GBP\"}";
        effects.add(effect(CUSTOMER, call, "payments.cancel/v1", "{\"payment\": \"" + call + "\"}", null, "{\"amount\": " + amount + "}"));
    }

    private Effect effect(String customer, String call, String operation, String arguments, @Nullable String booked) {
        return effect(customer, call, operation, arguments, booked, "{}");
    }

    private Effect effect(
            String customer, String call, String operation, String arguments, @Nullable String booked, String result) {
        now = now.plusMillis(5);
        return new Effect(call, operation, customer, json(arguments), json(result), json(booked == null ? "null" : booked), now);
    }

    void run(String status, @Nullable String waiting, @Nullable String hold) {
        run(new RunRow(
                UUID.randomUUID(),
                status.equals("OPEN") && waiting != null && waiting.equals("CONFIRMATION") ? UUID.randomUUID() : conversation,
                "p",
                status,
                waiting,
                hold,
                false,
                false,
                false));
    }

    void run(RunRow row) {
        runs.add(row);
    }

    void answered(String message, long seq) {
        unanswered(message, seq);
        turns.removeLast();
        turn(seq, "DONE", 1, 1);
    }

    void unanswered(String message, long seq) {
        message("CUSTOMER", seq, message);
        taken.add(new Taken(conversation, message, seq));
        turn(seq, "DONE", 0, 1);
    }

    void message(String author, long seq, @Nullable String clientMessageId) {
        messages.add(new MessageRow(conversation, seq, author, clientMessageId));
    }

    void turn(long request, String status, int replies, int decisions) {
        turns.add(new TurnRow(UUID.randomUUID(), conversation, request, status, false, replies, decisions));
    }

    @Override
    public boolean hasAgreed(UUID in, String card) {
        return in.equals(conversation) && agreed.contains(card);
    }

    @Override
    public boolean hasApproved(UUID approval) {
        return approved.contains(approval);
    }

    @Override
    public @Nullable String customer(UUID in) {
        return in.equals(conversation) ? visitor : null;
    }

    @Override
    public List<Taken> taken(UUID of) {
        return of.equals(bank) ? taken : List.of();
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
