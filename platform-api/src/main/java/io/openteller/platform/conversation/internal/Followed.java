package io.openteller.platform.conversation.internal;

import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.conversation.internal.StreamEvents.StateEvent;
import io.openteller.platform.coordination.Hint;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.TextEvent;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One bank's conversation that is open in this process, on however many streams. It is read once for all of them, and not at all for
 * what this process has stored itself: that is handed over, and taken if it is exactly what comes next. One thread at a time works on it;
 * where nothing happens there is none.
 */
final class Followed implements Watchers.Watcher {

    private static final Logger log = LoggerFactory.getLogger(Followed.class);
    private static final int PAGE = 100;

    /** More than these are read instead. */
    private static final int MOST_HANDED = 64;

    private static final long UNKNOWN = -1;
    private static final Comparator<Reader> BACK_FIRST = Comparator.comparingLong(Reader::seen);

    private final Tenant tenant;
    private final UUID conversation;
    private final StreamEvents events;
    private final Partials.Inbox partial;
    private final Hints.Listening watching;
    private final List<Reader> readers = new CopyOnWriteArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final Queue<Change> handed = new ConcurrentLinkedQueue<>();
    /** Hints that say what was handed over: of the last change, as they follow it at once. */
    private volatile List<UUID> covered = List.of();
    private volatile boolean behind;
    /** The last message that streams have been told of, or are told of as soon as they have room. */
    private volatile long head = UNKNOWN;
    private volatile long version = UNKNOWN;
    private @Nullable StateEvent stands;

    Followed(Tenant tenant, UUID conversation, StreamEvents events, Partials partials, Watchers watchers) {
        this.tenant = tenant;
        this.conversation = conversation;
        this.events = events;
        this.partial = partials.open(tenant, conversation, this::look);
        this.watching = watchers.watch(tenant, conversation, this);
    }

    void add(Reader reader) {
        readers.add(reader);
    }

    /** @return whether it was the last */
    boolean isLeftBy(Reader reader) {
        readers.remove(reader);
        return readers.isEmpty();
    }

    void close() {
        partial.close();
        watching.close();
    }

    void beat() {
        readers.forEach(Reader::beat);
    }

    @Override
    public void hear(Hint hint) {
        if (!covered.contains(hint.id())) {
            behind = true;
            look();
        }
    }

    @Override
    public void hand(Change change) {
        if (handed.size() < MOST_HANDED) {
            handed.add(change);
            covered = change.hints();
            look();
        }
    }

    @Override
    public void check(long lastSeq, long versionNow) {
        if (lastSeq > head || versionNow != version) {
            behind = true;
            look();
        }
    }

    /** Whoever asks while a thread works is heard by that one. */
    void look() {
        if (looks.getAndIncrement() == 0) {
            Thread.ofVirtual().name("stream-" + conversation).start(() -> CurrentTenant.run(tenant, this::work));
        }
    }

    private void work() {
        int told = looks.get();
        try {
            do {
                round();
                told = looks.addAndGet(-told);
            } while (told != 0);
        } catch (RuntimeException failure) {
            log.warn("streams ended early conversation={}", conversation, failure);
            endAll();
        }
    }

    private void endAll() {
        head = UNKNOWN;
        readers.forEach(Reader::end);
        looks.set(0);
        // Who came meanwhile has not had anything.
        if (!readers.isEmpty()) {
            look();
        }
    }

    private void round() {
        boolean news = behind;
        behind = false;
        for (Change change = handed.poll(); change != null; change = handed.poll()) {
            news |= !take(change);
        }
        Reader back = waiting(BACK_FIRST);
        if (back != null) {
            read(back);
        } else if (news && head != UNKNOWN && !readers.isEmpty()) {
            read(head, PAGE);
        }
        // Whoever has far to go does not keep those waiting who are nearly there.
        Reader near = waiting(BACK_FIRST.reversed());
        if (near != null && near != back) {
            read(near);
        }
        settle();
        partial.take()
                .ifPresent(shown -> readers.stream().filter(this::isUpToDate).forEach(reader -> reader.passing(shown)));
        if (waiting(BACK_FIRST) != null) {
            looks.incrementAndGet();
        }
    }

    private boolean isUpToDate(Reader reader) {
        return !reader.isNew() && reader.seen() >= head;
    }

    /** Of those who could take what they have not got: the first in that order. */
    private @Nullable Reader waiting(Comparator<Reader> order) {
        return readers.stream()
                .filter(reader -> !isUpToDate(reader) && reader.hasRoom())
                .min(order)
                .orElse(null);
    }

    /** @return false if something before it is missing: the database has it */
    private boolean take(Change change) {
        long seq = change.message().seq();
        if (head == UNKNOWN || seq > head + 1) {
            return false;
        }
        // If not, it was read before it was handed over.
        if (seq == head + 1) {
            tell(List.of(change.message()), head);
            stands(seq, change.after());
        }
        return true;
    }

    private void read(Reader from) {
        // No more than there is room for: the rest would be read again.
        read(from.seen(), Math.clamp(from.room(), 1, PAGE));
    }

    /** What comes after, for everybody who can go on from there. */
    private void read(long after, int most) {
        StreamEvents.News news = events.news(conversation, after, most);
        ConversationState now = ConversationState.of(news.now());
        // The first event of a stream is a state; later a state must not run ahead of the messages that led to it.
        StateEvent first = event(now);
        readers.stream().filter(Reader::isNew).forEach(reader -> reader.state(first));
        tell(news.messages(), after);
        if (news.isAll()) {
            long last = news.messages().isEmpty() ? after : news.messages().getLast().seq();
            readers.stream()
                    .filter(reader -> reader.seen() >= last)
                    .forEach(reader -> reader.upTo(news.now().lastSeq()));
        }
        stands(news.now().lastSeq(), now);
    }

    /** To those who have what comes before; written once for all of them. */
    private void tell(List<Message> messages, long after) {
        List<TextEvent> written = messages.stream().map(events::message).toList();
        for (Reader reader : readers) {
            if (!reader.isNew() && reader.seen() >= after) {
                goOn(reader, messages, written);
            }
        }
    }

    private static void goOn(Reader reader, List<Message> messages, List<TextEvent> written) {
        for (int i = 0; i < messages.size(); i++) {
            long seq = messages.get(i).seq();
            if (seq > reader.seen() && !reader.message(seq, written.get(i))) {
                return;
            }
        }
    }

    private void stands(long lastSeq, ConversationState now) {
        stands = event(now);
        version = now.version();
        head = lastSeq;
        settle();
    }

    private void settle() {
        StateEvent now = stands;
        if (now != null) {
            readers.stream().filter(this::isUpToDate).forEach(reader -> reader.state(now));
        }
    }

    private StateEvent event(ConversationState now) {
        return stands != null && stands.state().equals(now) ? stands : events.state(now);
    }
}
