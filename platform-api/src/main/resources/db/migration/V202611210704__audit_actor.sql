-- Who did it. Events from before keep the first form of hash, which does not cover an actor.
ALTER TABLE audit_event
    ADD COLUMN hash_form smallint NOT NULL DEFAULT 1,
    ADD COLUMN actor_kind text,
    ADD COLUMN actor_id uuid,
    ADD COLUMN actor_name text;
ALTER TABLE audit_event ADD CONSTRAINT audit_event_actor CHECK ((hash_form = 1) = (actor_kind IS NULL));
