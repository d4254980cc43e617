-- AlterTable
ALTER TABLE "BoothApplication" ADD COLUMN     "attendanceRecordedAt" TIMESTAMPTZ(3),
ADD COLUMN     "attendanceVoidedAt" TIMESTAMPTZ(3);
-- What stands already was known from its own moment on, as figures have taken it so far.
UPDATE "BoothApplication" SET "attendanceRecordedAt" = "attendedAt" WHERE "attendedAt" IS NOT NULL;
ALTER TABLE "BoothApplication"
  ADD CONSTRAINT "BoothApplication_attendance_check" CHECK (
    ("attendanceVoidedAt" IS NULL OR "attendedAt" IS NOT NULL)
    AND ("attendanceVoidedAt" IS NULL OR "attendanceRecordedAt" IS NULL OR "attendanceVoidedAt" >= "attendanceRecordedAt"));

-- AlterTable
ALTER TABLE "BoothVisit" ADD COLUMN     "recordedAt" TIMESTAMPTZ(3);
UPDATE "BoothVisit" SET "recordedAt" = "at";
ALTER TABLE "BoothVisit" ALTER COLUMN "recordedAt" SET NOT NULL, ALTER COLUMN "recordedAt" SET DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "PersonKeySource" (
    "id" SERIAL NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PersonKeySource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContactLoss" (
    "id" SERIAL NOT NULL,
    "fiscalYear" INTEGER NOT NULL,
    "lostAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ContactLoss_pkey" PRIMARY KEY ("id")
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ContactLoss" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- From which key the pseudonyms of a time are made is part of what the figures rest on.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "PersonKeySource" FOR EACH ROW EXECUTE FUNCTION refuse_change();
