-- AlterTable
ALTER TABLE "VisitStop" ADD COLUMN     "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "voidedAt" TIMESTAMPTZ(3);
-- What stands already was known from the start of its session on, as figures have taken it so far.
UPDATE "VisitStop" SET "recordedAt" = s."startsAt" FROM "EventSession" s WHERE s."id" = "VisitStop"."sessionId";
