package io.openteller.bench.canaries;

import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What leaves by one way for one bank, piece by piece: a word that is cut in two is one. Not for several threads at once. */
public final class Reading {

    private final Canaries canaries;
    private final Way way;
    private final Supplier<@Nullable String> bank;
    private final byte[] word = new byte[2 * Canary.LENGTH];
    private int state;
    private @Nullable Spelling spelling;
    private int length;

    /** @param bank asked when there is a word: whom the piece is for; null if it is for whoever runs the platform */
    Reading(Canaries canaries, Way way, Supplier<@Nullable String> bank) {
        this.canaries = canaries;
        this.way = way;
        this.bank = bank;
    }

    /** Reads what is left of it, and leaves it as it is. */
    public void piece(ByteBuffer bytes) {
        int end = bytes.limit();
        for (int at = bytes.position(); at < end; at++) {
            one(bytes.get(at));
        }
        canaries.read(way, bytes.remaining());
    }

    public void piece(byte[] bytes, int count) {
        for (int at = 0; at < count; at++) {
            one(bytes[at]);
        }
        canaries.read(way, count);
    }

    /** Something whole, such as a header: no word goes on from what was read before, or into what comes after it. */
    public void whole(CharSequence text) {
        separate();
        int count = text.length();
        for (int at = 0; at < count; at++) {
            // A word has nothing but ASCII, in every spelling.
            char one = text.charAt(at);
            one(one < 128 ? (byte) one : 0);
        }
        separate();
        canaries.read(way, count);
    }

    public void whole(byte[] bytes) {
        separate();
        piece(bytes, bytes.length);
        separate();
    }

    private void separate() {
        state = 0;
        spelling = null;
    }

    private void one(byte one) {
        Spelling open = spelling;
        if (open != null) {
            word[length++] = one;
            if (length == open.length()) {
                spelling = null;
                canaries.candidate(way, bank, open.read(word));
            }
        }
        state = Stems.next(state, one);
        Spelling found = Stems.found(state);
        if (found != null) {
            spelling = found;
            byte[] stem = found.stem();
            System.arraycopy(stem, 0, word, 0, stem.length);
            length = stem.length;
        }
    }
}
