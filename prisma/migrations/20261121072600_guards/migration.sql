-- The last line of defence of the seat ledger: no code path can oversell a pool.
ALTER TABLE "CapacityPool"
  ADD CONSTRAINT "CapacityPool_seats_check" CHECK ("reserved" >= 0 AND "reserved" <= "capacity");
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_headCount_check" CHECK ("headCount" > 0);
ALTER TABLE "CheckIn" ADD CONSTRAINT "CheckIn_headCount_check" CHECK ("headCount" > 0);

-- A figure is a number, a wording, or a reason why there is none: missing is never 0.
ALTER TABLE "Observation"
  ADD CONSTRAINT "Observation_one_of_check" CHECK (num_nonnulls("value", "text", "missingReason") >= 1
    AND NOT ("value" IS NOT NULL AND "missingReason" IS NOT NULL));

-- Append-only truth: a correction is a new row.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed; add a new row', TG_TABLE_NAME;
END;
$$;
CREATE TRIGGER append_only BEFORE UPDATE ON "DomainEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "ConsentRecord" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Observation" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Target" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Evaluation" FOR EACH ROW EXECUTE FUNCTION refuse_change();
