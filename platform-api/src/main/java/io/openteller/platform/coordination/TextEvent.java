package io.openteller.platform.coordination;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands on a stream of server-sent events: one event, or some that travel together. Written once, however many streams it is on. */
public final class TextEvent {

    private final String name;
    private final String data;
    private final @Nullable String id;
    private final byte[] written;

    private TextEvent(String name, @Nullable String id, String data, byte[] written) {
        this.name = name;
        this.id = id;
        this.data = data;
        this.written = written;
    }

    /** @param data JSON, in one line */
    public static TextEvent of(String name, String data) {
        return of(name, null, data);
    }

    /** @param id what its reader comes back with */
    public static TextEvent of(String name, @Nullable String id, String data) {
        if (data.indexOf('\n') >= 0 || data.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("data of an event are one line");
        }
        String text = (id == null ? "" : "id: " + id + "\n") + "event: " + name + "\ndata: " + data + "\n\n";
        return new TextEvent(name, id, data, text.getBytes(StandardCharsets.UTF_8));
    }

    /** One after the other, by the name of the last. */
    public static TextEvent together(List<TextEvent> events) {
        if (events.size() == 1) {
            return events.getFirst();
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        events.forEach(one -> all.writeBytes(one.written));
        TextEvent last = events.getLast();
        return new TextEvent(last.name, last.id, last.data, all.toByteArray());
    }

    public String name() {
        return name;
    }

    public String data() {
        return data;
    }

    /** Null for what nobody comes back to. */
    public @Nullable String id() {
        return id;
    }

    /** As it travels; not to be changed. */
    public byte[] written() {
        return written;
    }

    @Override
    public String toString() {
        return name + " " + id + " " + data;
    }
}
