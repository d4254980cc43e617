-- A placement stays as it was reported; a wrong one gets a correction row. Only the end of a consent changes a row: it takes
-- the account away, and with it the pseudonym that was made from the account.
CREATE FUNCTION refuse_placement_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
     AND (NEW."userId" IS NULL OR NEW."userId" = OLD."userId")
     AND to_jsonb(NEW) - 'userId' - 'personKey' = to_jsonb(OLD) - 'userId' - 'personKey' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'Rows of "Placement" are corrected by new rows';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Placement" FOR EACH ROW EXECUTE FUNCTION refuse_placement_change();
