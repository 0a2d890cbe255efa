package io.openteller.platform.banking.internal.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * One of the bank's ids in a result.
 *
 * @param holder the object that it stands in, under {@code field}
 * @param better whether the labels are to replace those it is known by
 */
record Found(
        ObjectNode holder, String field, String kind, String bankId, Map<String, String> labels, boolean better, ObjectNode facts) {

    /** The same object may stand in a result more than once. */
    Key key() {
        return new Key(kind, bankId);
    }

    record Key(String kind, String bankId) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int kinds = kind.compareTo(other.kind);
            return kinds == 0 ? bankId.compareTo(other.bankId) : kinds;
        }
    }
}
