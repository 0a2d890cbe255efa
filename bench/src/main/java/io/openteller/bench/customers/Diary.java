package io.openteller.bench.customers;

import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What everybody outside the platform remembers: what it is held against afterwards. */
public final class Diary {

    /** A conversation that the platform said it has opened. @param customer null for a visitor */
    public record Opened(UUID bank, UUID conversation, String customer) {}

    /** A message that the platform said it has taken. */
    public record Accepted(UUID bank, UUID conversation, String clientMessageId, long seq) {}

    private final Map<UUID, Opened> opened = new ConcurrentHashMap<>();
    private final Queue<Accepted> accepted = new ConcurrentLinkedQueue<>();
    private final Set<String> agreed = ConcurrentHashMap.newKeySet();
    private final Set<UUID> approved = ConcurrentHashMap.newKeySet();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();

    void opened(Opened conversation) {
        opened.put(conversation.conversation(), conversation);
    }

    void accepted(Accepted message) {
        accepted.add(message);
    }

    /** Before it is sent: whether it arrived may never be known. */
    void agreed(UUID conversation, String card) {
        agreed.add(conversation + " " + card);
    }

    void approved(UUID approval) {
        approved.add(approval);
    }

    /** What the platform's interface must never do. */
    void surprise(String what) {
        surprises.add(what);
    }

    public Map<UUID, Opened> opened() {
        return opened;
    }

    public Queue<Accepted> accepted() {
        return accepted;
    }

    /** Whether that customer pressed yes on that card in that conversation. */
    public boolean hasAgreed(UUID conversation, String card) {
        return agreed.contains(conversation + " " + card);
    }

    public int agreements() {
        return agreed.size();
    }

    /** Whether a colleague said yes to this. */
    public boolean hasApproved(UUID approval) {
        return approved.contains(approval);
    }

    public Queue<String> surprises() {
        return surprises;
    }
}
