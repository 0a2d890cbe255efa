package io.openteller.bench.canaries;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what words begin with in all spellings at once, one step of a table for each byte (after Aho and Corasick). How many banks
 * there are makes no difference.
 */
final class Stems {

    private static final int BYTES = 256;

    /** By state and byte the next state; the table is small enough to stay in the processor's own memory. */
    private static final short[] NEXT;

    private static final Spelling[] FOUND;

    static {
        Spelling[] spellings = Spelling.values();
        int most = 1 + Arrays.stream(spellings).mapToInt(one -> one.stem().length).sum();
        short[] next = new short[most * BYTES];
        Spelling[] found = new Spelling[most];
        short states = 1;
        for (Spelling spelling : spellings) {
            int state = 0;
            for (byte one : spelling.stem()) {
                int at = state * BYTES + (one & 0xff);
                if (next[at] == 0) {
                    next[at] = states++;
                }
                state = next[at];
            }
            found[state] = spelling;
        }
        close(next, found);
        NEXT = next;
        FOUND = found;
    }

    private Stems() {}

    /** Where a stem does not go on, the longest end of what was read that begins one does. */
    private static void close(short[] next, Spelling[] found) {
        int[] otherwise = new int[found.length];
        Deque<Integer> states = new ArrayDeque<>();
        for (int one = 0; one < BYTES; one++) {
            if (next[one] != 0) {
                states.add((int) next[one]);
            }
        }
        while (!states.isEmpty()) {
            int state = states.remove();
            if (found[state] == null) {
                found[state] = found[otherwise[state]];
            }
            for (int one = 0; one < BYTES; one++) {
                int at = state * BYTES + one;
                short instead = next[otherwise[state] * BYTES + one];
                if (next[at] == 0) {
                    next[at] = instead;
                } else {
                    otherwise[next[at]] = instead;
                    states.add((int) next[at]);
                }
            }
        }
    }

    /** @param state 0 at the beginning */
    static int next(int state, byte one) {
        return NEXT[state * BYTES + (one & 0xff)];
    }

    /** @return whose stem has just ended; null if none has */
    static @Nullable Spelling found(int state) {
        return FOUND[state];
    }
}
