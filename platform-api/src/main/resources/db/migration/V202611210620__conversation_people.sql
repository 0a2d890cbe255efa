-- Who the customer is, who works on the conversation, and what messages carry besides their text.
ALTER TABLE conversation
    ADD channel text NOT NULL DEFAULT 'WIDGET',
    ADD customer_ref text,
    ADD customer_name text,
    ADD assurance text NOT NULL DEFAULT 'ANONYMOUS' CHECK (assurance IN ('ANONYMOUS', 'IDENTIFIED', 'STEPPED_UP')),
    ADD assurance_until timestamptz,
    ADD locale text NOT NULL DEFAULT 'en',
    ADD language text,
    ADD intent text,
    ADD confidence double precision,
    ADD last_route text,
    ADD agent_id uuid,
    ADD agent_name text,
    ADD version bigint NOT NULL DEFAULT 1,
    ADD csat_rating int CHECK (csat_rating BETWEEN 1 AND 5),
    ADD csat_comment text,
    ADD CHECK ((owner = 'AGENT') = (agent_id IS NOT NULL) OR owner = 'CLOSED');
CREATE INDEX conversation_recent ON conversation (tenant_id, updated_at DESC, id);
CREATE INDEX conversation_live ON conversation (tenant_id, owner) WHERE owner <> 'CLOSED';

ALTER TABLE message
    ADD author_id uuid,
    ADD author_name text,
    ADD detail jsonb;

-- What a turn goes on with, when it was not started by a customer's message: a step that the customer confirmed.
ALTER TABLE turn ADD resumes uuid;
