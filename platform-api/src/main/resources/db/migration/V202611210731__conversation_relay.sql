-- The relay locks the rows that it is about to take away, and PostgreSQL asks for this right to lock a row.
GRANT UPDATE ON outbox TO ${app_role};
