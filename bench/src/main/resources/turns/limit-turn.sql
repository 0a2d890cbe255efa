-- One turn in two transactions: what the customer said, and what the assistant did about it.
\set conversation random(1, 100000)
\set tenant mod(:conversation, 50)
\set turn random(1, 9223372036854775806)
BEGIN;
SELECT set_config('app.tenant', :tenant::text, true);
SELECT next_seq FROM turn_limit.conversation WHERE id = :conversation FOR UPDATE;
INSERT INTO turn_limit.message SELECT :tenant, gen_random_uuid(), id, next_seq, gen_random_uuid(), 'Where do I find the fees of my account, and when are they taken from it?' FROM turn_limit.conversation WHERE id = :conversation;
INSERT INTO turn_limit.turn VALUES (:tenant, :turn, :conversation, 0, 'PENDING', 0);
UPDATE turn_limit.conversation SET next_seq = next_seq + 1, updated_at = now() WHERE id = :conversation;
INSERT INTO turn_limit.outbox VALUES (:tenant, gen_random_uuid(), '{"what": "message"}');
COMMIT;
BEGIN;
SELECT set_config('app.tenant', :tenant::text, true);
SELECT next_seq FROM turn_limit.conversation WHERE id = :conversation FOR UPDATE;
SELECT seq, body FROM turn_limit.message WHERE conversation_id = :conversation ORDER BY seq DESC LIMIT 20;
UPDATE turn_limit.turn SET status = 'DONE' WHERE id = :turn;
INSERT INTO turn_limit.message SELECT :tenant, gen_random_uuid(), id, next_seq, gen_random_uuid(), repeat('The fee is taken on the first day of each month. ', 4) FROM turn_limit.conversation WHERE id = :conversation;
INSERT INTO turn_limit.decision VALUES (:tenant, :turn, jsonb_build_object('route', 'CONTAIN', 'steps', repeat('x', 1500)));
INSERT INTO turn_limit.audit VALUES (:tenant, gen_random_uuid(), 'turn.done', :turn, decode(repeat('ab', 32), 'hex'));
UPDATE turn_limit.conversation SET next_seq = next_seq + 1, updated_at = now() WHERE id = :conversation;
INSERT INTO turn_limit.outbox VALUES (:tenant, gen_random_uuid(), '{"what": "message"}');
COMMIT;
