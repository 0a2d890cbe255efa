package io.openteller.bench.patrons;

import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.processes.Database;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What stands in the database when all is over, by SQL of the bench's own.
 *
 * @param lost messages that were acknowledged and are not there, or not at their place
 * @param answeredTwice turns with more than one reply
 * @param breaches by invariant, how many rows break it
 */
public record Aftermath(long turns, long lost, long answeredTwice, Map<String, Long> breaches) {

    private static final Map<String, String> INVARIANTS = new LinkedHashMap<>();

    static {
        INVARIANTS.put("I2 one message per client id", """
                SELECT count(*) FROM (SELECT 1 FROM message WHERE client_message_id IS NOT NULL
                GROUP BY conversation_id, client_message_id HAVING count(*) > 1) twice""");
        INVARIANTS.put("I3 every turn ends", "SELECT count(*) FROM turn WHERE status <> 'DONE'");
        INVARIANTS.put("I3 every message is answered, or a person has it", """
                SELECT count(*) FROM turn t JOIN conversation c ON c.tenant_id = t.tenant_id AND c.id = t.conversation_id
                WHERE c.owner = 'ASSISTANT' AND NOT t.woken AND NOT EXISTS
                    (SELECT FROM message m WHERE m.tenant_id = t.tenant_id AND m.reply_to_turn = t.id)""");
        INVARIANTS.put("I4 places of a conversation without a gap", """
                SELECT count(*) FROM (SELECT 1 FROM message m JOIN conversation c
                    ON c.tenant_id = m.tenant_id AND c.id = m.conversation_id WHERE c.owner <> 'CLOSED'
                GROUP BY m.conversation_id, c.next_seq HAVING count(*) <> max(m.seq) OR min(m.seq) <> 1
                    OR max(m.seq) <> c.next_seq - 1) gaps""");
        INVARIANTS.put("I6 every ended turn has its decision and its audit event", """
                SELECT (SELECT count(*) FROM turn t WHERE status = 'DONE' AND NOT EXISTS
                        (SELECT FROM decision d WHERE d.tenant_id = t.tenant_id AND d.turn_id = t.id))
                    + abs((SELECT count(*) FROM turn t JOIN conversation c ON c.tenant_id = t.tenant_id
                            AND c.id = t.conversation_id WHERE t.status = 'DONE' AND c.owner <> 'CLOSED')
                        - (SELECT count(*) FROM audit_event WHERE action = 'turn.done'))""");
        INVARIANTS.put("I6 links of the audit chain are numbered without a gap", """
                SELECT CASE WHEN count(*) = coalesce(max(number), 0) THEN 0 ELSE 1 END FROM audit_event""");
        INVARIANTS.put("nothing is left to be told", "SELECT count(*) FROM outbox");
    }

    /** @param database as the platform comes to it: the tables' owner sees some rows of all banks */
    public static Aftermath read(Database database, List<SandboxBank> banks, Acknowledged acknowledged) {
        long turns = 0;
        long lost = 0;
        long twice = 0;
        Map<String, Long> breaches = new LinkedHashMap<>();
        INVARIANTS.keySet().forEach(name -> breaches.put(name, 0L));
        try (Database.Of all = database.of(banks.getFirst().id())) {
            for (SandboxBank bank : banks) {
                Database.Of rows = all.now(bank.id());
                turns += one(rows, "SELECT count(*) FROM turn");
                twice += one(rows, "SELECT count(*) FROM (SELECT 1 FROM message WHERE reply_to_turn IS NOT NULL"
                        + " GROUP BY reply_to_turn HAVING count(*) > 1) twice");
                lost += lost(rows, acknowledged.of(bank.id()));
                INVARIANTS.forEach((name, query) -> breaches.merge(name, one(rows, query), Long::sum));
            }
        }
        return new Aftermath(turns, lost, twice, breaches);
    }

    private static long lost(Database.Of rows, long[] marks) {
        boolean[] there = new boolean[marks.length];
        rows.all("SELECT conversation_id, client_message_id, seq FROM message WHERE author = 'CUSTOMER' AND client_message_id"
                + " NOT LIKE 'old-%'", row -> {
            long mark = Acknowledged.mark(
                    row.getObject(1, UUID.class), row.getString(2), row.getLong(3));
            int at = Arrays.binarySearch(marks, mark);
            if (at >= 0) {
                there[at] = true;
            }
            return at;
        });
        long lost = 0;
        for (boolean one : there) {
            lost += one ? 0 : 1;
        }
        return lost;
    }

    private static long one(Database.Of rows, String query) {
        return rows.all(query, row -> row.getLong(1)).getFirst();
    }

    public boolean holds() {
        return lost == 0 && answeredTwice == 0 && breaches.values().stream().allMatch(count -> count == 0);
    }
}
