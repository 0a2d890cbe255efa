package io.openteller.bench.faults;

import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.canaries.Way;
import io.openteller.bench.load.RawStream;
import io.openteller.bench.patrons.Visit;
import io.openteller.bench.processes.Database;
import io.openteller.bench.processes.Footprint;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Many open a long conversation's stream and read nothing of it. */
final class SlowReaders extends Scenario {

    private static final int READERS = 400;
    private static final int MESSAGES = 600;
    private static final int WARMING = 5;
    private static final int BYTES_EACH = 3_000;
    /** What the platform may hold for one of them: the connection's high watermark, and as much again for what it is made from. */
    private static final long HELD_EACH = 200_000;
    private static final Duration CUT = Duration.ofSeconds(75);
    private static final Duration ANSWERED = Duration.ofSeconds(5);

    SlowReaders() {
        super(
                "slow-stream-readers",
                "Readers that take nothing cost at most 200 KB each and are cut within a minute; others are answered within 5 s"
                        + " all the while, and who comes back goes on where they were.",
                "streams that wait in memory for whoever does not read");
    }

    @Override
    void run(Ground ground, Findings findings) throws InterruptedException {
        SandboxBank bank = ground.talking().getFirst();
        Chat chat = Chat.open(ground, bank, 4, ground.toFirst(), ground.toFirst(), Duration.ofSeconds(10)).orElseThrow();
        List<RawStream> slow = new ArrayList<>();
        try (chat) {
            fill(ground, bank, chat);
            // What a platform holds from its first conversations on is not the readers'.
            for (int i = 0; i < WARMING; i++) {
                others(ground, findings);
            }
            long before = Footprint.held(ground.first());
            for (int i = 0; i < READERS; i++) {
                slow.add(new RawStream(
                        ground.first().port(), ground.toFirst().origin(), chat.visit().path("/events?after=0"), chat.visit().token()));
            }
            long opened = System.nanoTime();
            Visit.pause(5_000);
            findings.hold(Footprint.sockets(ground.first()) > READERS, "the readers are not connected: nothing was tried");
            long each = (Footprint.held(ground.first()) - before) / READERS;
            findings.note(each + " bytes are held for each of " + READERS + " readers");
            findings.hold(each < HELD_EACH, each + " bytes are held for each reader that takes nothing");
            while (Footprint.sockets(ground.first()) > READERS / 20 + 40 && System.nanoTime() - opened < CUT.toNanos()) {
                others(ground, findings);
                Visit.pause(1_000);
            }
            long left = Footprint.sockets(ground.first());
            findings.hold(left <= READERS / 20 + 40, "after " + CUT.toSeconds() + " s " + left + " connections are still open");
            findings.recovered("from opening to being cut", Duration.ofNanos(System.nanoTime() - opened));
            resumes(ground, chat, findings);
        } catch (IOException refused) {
            findings.breach("a stream could not be opened: " + refused);
        } finally {
            slow.forEach(SlowReaders::close);
        }
    }

    /** Old messages, longer than people write them. */
    private static void fill(Ground ground, SandboxBank bank, Chat chat) {
        try (Database.Of rows = ground.machine().database().of(bank.id())) {
            rows.change(
                    "INSERT INTO message (tenant_id, id, conversation_id, seq, author, body, client_message_id, created_at)"
                            + " SELECT ?, gen_random_uuid(), ?, 1 + n, 'CUSTOMER', repeat('x', ?), 'long-' || n, now()"
                            + " FROM generate_series(1, ?) n",
                    bank.id(), chat.visit().conversation(), BYTES_EACH, MESSAGES);
            rows.change("UPDATE conversation SET next_seq = next_seq + ? WHERE id = ?", MESSAGES, chat.visit().conversation());
        }
    }

    private static void others(Ground ground, Findings findings) {
        Duration took = Probe.answered(ground, ground.toFirst(), Duration.ofSeconds(10));
        findings.hold(
                took != null && took.compareTo(ANSWERED) <= 0, "somebody else was answered after " + took + " beside slow readers");
    }

    private static void resumes(Ground ground, Chat chat, Findings findings) throws IOException {
        int after = MESSAGES - 10;
        try (RawStream again = new RawStream(
                ground.first().port(), ground.toFirst().origin(), chat.visit().path("/events?after=" + after), chat.visit().token())) {
            String heard = again.some(3_000);
            ground.canaries().left(Way.STREAM, chat.bank().slug(), heard);
            findings.hold(
                    heard.contains("id: " + (after + 1)) && !heard.contains("id: " + after + "\n"),
                    "who came back did not go on after message " + after);
        }
    }

    private static void close(RawStream stream) {
        try {
            stream.close();
        } catch (IOException gone) {
            // It was cut before.
        }
    }
}
