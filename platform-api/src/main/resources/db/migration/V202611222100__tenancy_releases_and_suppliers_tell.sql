-- Which release is in force, and whom a bank chose, is asked for by every turn.
CREATE TRIGGER bank_changed AFTER INSERT OR UPDATE OR DELETE ON release FOR EACH ROW EXECUTE FUNCTION bank_changed();
CREATE TRIGGER bank_changed AFTER INSERT OR UPDATE OR DELETE ON bank_supplier FOR EACH ROW EXECUTE FUNCTION bank_changed();
