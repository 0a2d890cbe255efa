package io.openteller.platform.llm.internal.budgets;

import java.time.Instant;

/** Where all replicas take from: never more than there is. */
interface Lender {

    /**
     * @param limit of the account
     * @param need lends nothing if there is less than that
     * @param want lends up to that
     */
    Loan lend(AccountKey key, Instant starts, long limit, long need, long want);

    /** @param amount that is there again; negative for what was spent beyond what was lent */
    void giveBack(AccountKey key, Instant starts, long amount);

    /** @param taken by all replicas, with this loan */
    record Loan(long amount, long taken) {}
}
