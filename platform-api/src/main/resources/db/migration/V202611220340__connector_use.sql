-- Several connectors of a bank are in use at once, each until it is taken out of use. Null for those that were published before
-- this: of them, the one that the bank's plugin ran on is.
ALTER TABLE connector ADD COLUMN in_use boolean;
