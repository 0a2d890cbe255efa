package io.openteller.procedures.definition;

import io.openteller.operations.OperationName;

/** What a variable holds. Written as one word in a definition: see {@link #toString}. */
public sealed interface VariableType {

    /** {@code text}, {@code integer}, {@code boolean}, {@code date}, {@code time} or {@code money}. */
    record Plain(Kind kind) implements VariableType {
        @Override
        public String toString() {
            return kind.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** One of the bank's objects, such as {@code reference:card}. Only results give references, never text. */
    record Reference(String kind) implements VariableType {
        @Override
        public String toString() {
            return "reference:" + kind;
        }
    }

    /** The whole result of an operation, such as {@code result:cards.list/v1}; its fields are read in expressions. */
    record Result(OperationName operation) implements VariableType {
        @Override
        public String toString() {
            return "result:" + operation;
        }
    }

    /** One of a result's list, such as {@code item:cards.list/v1:cards}. */
    record Item(OperationName operation, String list) implements VariableType {
        @Override
        public String toString() {
            return "item:" + operation + ":" + list;
        }
    }

    /** What a plain variable holds. Times are instants; dates have no zone. */
    enum Kind {
        TEXT,
        INTEGER,
        BOOLEAN,
        DATE,
        TIME,
        MONEY
    }
}
