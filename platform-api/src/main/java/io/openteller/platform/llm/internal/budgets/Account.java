package io.openteller.platform.llm.internal.budgets;

import io.openteller.platform.llm.internal.budgets.Lender.Loan;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What this replica may spend of one budget without asking: it borrows blocks. When the books have too little left for a call,
 * they are not asked for the same again for a moment.
 */
final class Account {

    /** A replica holds back at most one part of so many. */
    private static final int BLOCKS = 50;

    private static final Duration SPENT_FOR = Duration.ofSeconds(1);

    private final AccountKey key;
    private Instant starts = Instant.MIN;
    private long limit;
    private long available;
    private long lastUsed = System.nanoTime();
    private long spentAt;
    private long spentNeed = Long.MAX_VALUE;

    Account(AccountKey key) {
        this.key = key;
    }

    /** What taking came to. @param borrowed null when the books were not asked */
    record Taking(boolean taken, @Nullable Loan borrowed) {}

    synchronized Taking take(long amount, long wholeLimit, Instant now, Lender lender) {
        Instant begin = key.span().starts(now);
        lastUsed = System.nanoTime();
        if (!begin.equals(starts) || wholeLimit != limit) {
            if (begin.equals(starts) && available != 0) {
                lender.giveBack(key, starts, available);
            }
            starts = begin;
            limit = wholeLimit;
            available = 0;
            spentNeed = Long.MAX_VALUE;
        }
        if (available >= amount) {
            available -= amount;
            return new Taking(true, null);
        }
        long need = amount - available;
        if (amount > limit || (need >= spentNeed && lastUsed - spentAt < SPENT_FOR.toNanos())) {
            return new Taking(false, null);
        }
        Loan loan = lender.lend(key, starts, limit, need, Math.max(need, limit / BLOCKS));
        if (loan.amount() < need) {
            spentAt = lastUsed;
            spentNeed = need;
            return new Taking(false, loan);
        }
        available += loan.amount() - amount;
        spentNeed = Long.MAX_VALUE;
        return new Taking(true, loan);
    }

    /** @param amount set aside and not spent; negative for what was spent beyond it. Of an earlier minute or day it is no matter */
    synchronized void giveBack(Instant of, long amount) {
        if (key.span().starts(of).equals(starts)) {
            available += amount;
        }
    }

    /** What lies idle is there for other replicas; what was overspent is written down. */
    synchronized void rest(Duration idle, Lender lender) {
        if (available < 0 || (available > 0 && isIdle(idle))) {
            lender.giveBack(key, starts, available);
            available = 0;
        }
    }

    synchronized boolean isIdle(Duration idle) {
        return System.nanoTime() - lastUsed >= idle.toNanos();
    }

    AccountKey key() {
        return key;
    }
}
