package io.openteller.platform.conversation.internal;

/** Something that happens to turns. Numbers stand for one of those that there are, counted round and round. */
sealed interface TurnAct {

    /** A customer writes. The same key again is the same message, redelivered. @param seat whether a worker has room for its turn */
    record Say(int talk, int key, boolean seat) implements TurnAct {}

    /** A customer takes a step that they were asked for. */
    record TakeStep(int talk, int key, boolean seat) implements TurnAct {}

    /** What the customer waits for has come. */
    record Wake(int talk) implements TurnAct {}

    record Claim() implements TurnAct {}

    /** A worker is frozen for longer than its lease. */
    record LeaseEnds(int turn) implements TurnAct {}

    /** A worker, perhaps one that was frozen, gives its answer. */
    record Answer(int claim, Kind kind) implements TurnAct {

        enum Kind {
            TEXT,
            NOTHING,
            /** The holding reply at the deadline: the conversation goes to people with it. */
            HOLD
        }
    }

    /** The customer, or the desk, changes who speaks. */
    record Hand(int talk, Change change) implements TurnAct {

        enum Change {
            ASK_FOR_PERSON,
            TAKE,
            RELEASE,
            CLOSE
        }
    }
}
