package io.openteller.plugins.sandbox.operations;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One operation that the sandbox supplies.
 *
 * @param kind whether it leaves something changed
 */
public record Supplied(String name, Kind kind, Handler handler) {

    /** What a call of it leaves behind. */
    public enum Kind {
        /** Nothing. */
        READ,
        /** Nothing of the customer's, but it must be given again as it was: a challenge. */
        REMEMBERED,
        /** Something changed, and a line in the ledger. */
        EFFECT
    }

    static Supplied read(String name, Handler handler) {
        return new Supplied(name, Kind.READ, handler);
    }

    static Supplied effect(String name, Handler handler) {
        return new Supplied(name, Kind.EFFECT, handler);
    }

    /** All of them, by name. */
    public static Map<String, Supplied> all() {
        Map<String, Supplied> byName = new TreeMap<>();
        Stream.of(
                        Accounts.SUPPLIED,
                        Statements.SUPPLIED,
                        Transactions.SUPPLIED,
                        Cards.SUPPLIED,
                        CardLimits.SUPPLIED,
                        CardOrders.SUPPLIED,
                        Disputes.SUPPLIED,
                        Payments.SUPPLIED,
                        Dues.SUPPLIED,
                        Refunds.SUPPLIED,
                        Profiles.SUPPLIED,
                        Access.SUPPLIED,
                        Fraud.SUPPLIED,
                        Warnings.SUPPLIED,
                        Loans.SUPPLIED,
                        Investments.SUPPLIED,
                        Codes.SUPPLIED,
                        Questions.SUPPLIED,
                        Notices.SUPPLIED)
                .flatMap(List::stream)
                .forEach(one -> byName.put(one.name(), one));
        return Collections.unmodifiableMap(byName);
    }
}
