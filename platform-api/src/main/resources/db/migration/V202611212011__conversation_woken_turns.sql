-- A turn that no message and no step of the customer started: what they wait for has come.
ALTER TABLE turn ADD woken boolean NOT NULL DEFAULT false;
