-- CreateEnum
CREATE TYPE "BoothChoice" AS ENUM ('in', 'out');

-- CreateEnum
CREATE TYPE "EventVisibility" AS ENUM ('listed', 'unlisted');

-- CreateEnum
CREATE TYPE "EventTarget" AS ENUM ('juniorHigh', 'highSchool', 'kosen', 'university', 'jobSeeker', 'guardian', 'teacher');

-- CreateEnum
CREATE TYPE "QuestionKind" AS ENUM ('text', 'choice', 'number');

-- CreateEnum
CREATE TYPE "RecruitmentAudience" AS ENUM ('highSchool', 'kosen', 'kosenAdvanced', 'university', 'general');

-- CreateEnum
CREATE TYPE "RecruitmentStage" AS ENUM ('jobCardsAccepted', 'jobsPublic', 'publicityOpen', 'applicationsOpen', 'selectionOpen', 'severalApplications', 'offersFormal');

-- CreateEnum
CREATE TYPE "VisitPlanState" AS ENUM ('waiting', 'solved', 'infeasible', 'failed');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "RegistrationState" ADD VALUE 'offered';
ALTER TYPE "RegistrationState" ADD VALUE 'expired';

-- DropForeignKey
ALTER TABLE "Registration" DROP CONSTRAINT "Registration_userId_fkey";

-- DropIndex
DROP INDEX "CapacityPool_sessionId_category_key";

-- AlterTable
ALTER TABLE "BoothApplication" ADD COLUMN     "appliedById" TEXT,
ADD COLUMN     "boothNumber" INTEGER,
ADD COLUMN     "decidedById" TEXT,
ADD COLUMN     "decisionNote" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "fixed" "BoothChoice",
ADD COLUMN     "message" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "visitCode" TEXT,
ADD COLUMN     "wishes" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "CapacityPool" ADD COLUMN     "arrivals" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "department" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "graduationYear" INTEGER,
ADD COLUMN     "key" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "schoolId" TEXT;

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "boothClosesAt" TIMESTAMPTZ(3),
ADD COLUMN     "boothLimit" INTEGER,
ADD COLUMN     "boothNote" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "boothOpensAt" TIMESTAMPTZ(3),
ADD COLUMN     "contactName" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "contactPhone" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "copiedFromId" TEXT,
ADD COLUMN     "guestRegistration" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "latitude" DOUBLE PRECISION,
ADD COLUMN     "longitude" DOUBLE PRECISION,
ADD COLUMN     "maxGroupSize" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "organizer" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "parking" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "previousStartsAt" TIMESTAMPTZ(3),
ADD COLUMN     "targets" "EventTarget"[] DEFAULT ARRAY[]::"EventTarget"[],
ADD COLUMN     "titleKana" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "visibility" "EventVisibility" NOT NULL DEFAULT 'listed';

-- AlterTable
ALTER TABLE "Registration" ADD COLUMN     "arrival" INTEGER,
ADD COLUMN     "companionOfId" TEXT,
ADD COLUMN     "guestId" TEXT,
ADD COLUMN     "offerExpiresAt" TIMESTAMPTZ(3),
ADD COLUMN     "offeredAt" TIMESTAMPTZ(3),
ADD COLUMN     "surveyedAt" TIMESTAMPTZ(3),
ALTER COLUMN "userId" DROP NOT NULL;

-- What stands already: every pool serves a whole category, and those who wait keep their order.
UPDATE "CapacityPool" SET "key" = "category"::text;
ALTER TABLE "CapacityPool" ALTER COLUMN "key" DROP DEFAULT;
UPDATE "Registration" SET "arrival" = line."arrival"
FROM (
  SELECT "id", row_number() OVER (PARTITION BY "poolId" ORDER BY "registeredAt", "id") AS "arrival"
  FROM "Registration" WHERE "state" = 'waiting'
) AS line
WHERE line."id" = "Registration"."id";
UPDATE "CapacityPool" SET "arrivals" = (
  SELECT count(*) FROM "Registration" WHERE "poolId" = "CapacityPool"."id" AND "state" = 'waiting'
);

-- CreateTable
CREATE TABLE "BoothPlan" (
    "id" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "input" JSONB NOT NULL,
    "inputDigest" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "adoptedAt" TIMESTAMPTZ(3),

    CONSTRAINT "BoothPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BoothVisit" (
    "id" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "companyId" TEXT NOT NULL,
    "registrationId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sharedAt" TIMESTAMPTZ(3),

    CONSTRAINT "BoothVisit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventQuestion" (
    "id" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "help" TEXT NOT NULL DEFAULT '',
    "kind" "QuestionKind" NOT NULL,
    "options" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "required" BOOLEAN NOT NULL DEFAULT false,
    "categories" "ParticipantCategory"[] DEFAULT ARRAY[]::"ParticipantCategory"[],
    "minimum" INTEGER,
    "maximum" INTEGER,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "EventQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegistrationAnswer" (
    "registrationId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "RegistrationAnswer_pkey" PRIMARY KEY ("registrationId","questionId")
);

-- CreateTable
CREATE TABLE "EventGuest" (
    "id" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EventGuest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SurveyAnswer" (
    "id" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "category" "ParticipantCategory" NOT NULL,
    "satisfaction" INTEGER NOT NULL,
    "interest" INTEGER,
    "useful" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "comment" TEXT NOT NULL DEFAULT '',
    "answeredOn" DATE NOT NULL,

    CONSTRAINT "SurveyAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecruitmentDate" (
    "id" TEXT NOT NULL,
    "graduationYear" INTEGER NOT NULL,
    "prefecture" TEXT NOT NULL DEFAULT '',
    "audience" "RecruitmentAudience" NOT NULL,
    "stage" "RecruitmentStage" NOT NULL,
    "date" DATE NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "updatedById" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RecruitmentDate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VisitPlace" (
    "id" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "companyId" TEXT,
    "name" TEXT NOT NULL,
    "area" TEXT NOT NULL DEFAULT '',
    "departments" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "VisitPlace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VisitOffer" (
    "id" TEXT NOT NULL,
    "placeId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "minimum" INTEGER NOT NULL DEFAULT 0,
    "maximum" INTEGER NOT NULL,
    "teachersNeeded" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "VisitOffer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VisitBus" (
    "id" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,

    CONSTRAINT "VisitBus_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VisitGroup" (
    "id" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "schoolId" TEXT,
    "userId" TEXT,
    "label" TEXT NOT NULL,
    "className" TEXT NOT NULL DEFAULT '',
    "department" TEXT NOT NULL DEFAULT '',
    "size" INTEGER NOT NULL DEFAULT 1,
    "together" TEXT NOT NULL DEFAULT '',
    "wishes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "sessionIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "position" INTEGER NOT NULL,

    CONSTRAINT "VisitGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VisitPlan" (
    "id" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "VisitPlanState" NOT NULL,
    "input" JSONB NOT NULL,
    "inputDigest" TEXT NOT NULL,
    "result" JSONB,
    "seconds" DOUBLE PRECISION,
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "VisitPlan_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "BoothPlan_eventId_number_key" ON "BoothPlan"("eventId", "number");

-- CreateIndex
CREATE INDEX "BoothVisit_eventId_companyId_idx" ON "BoothVisit"("eventId", "companyId");

-- CreateIndex
CREATE UNIQUE INDEX "BoothVisit_registrationId_companyId_key" ON "BoothVisit"("registrationId", "companyId");

-- CreateIndex
CREATE INDEX "EventQuestion_eventId_position_idx" ON "EventQuestion"("eventId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "EventGuest_eventId_email_key" ON "EventGuest"("eventId", "email");

-- CreateIndex
CREATE INDEX "SurveyAnswer_eventId_idx" ON "SurveyAnswer"("eventId");

-- CreateIndex
CREATE UNIQUE INDEX "RecruitmentDate_graduationYear_prefecture_audience_stage_key" ON "RecruitmentDate"("graduationYear", "prefecture", "audience", "stage");

-- CreateIndex
CREATE UNIQUE INDEX "VisitPlace_eventId_name_key" ON "VisitPlace"("eventId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "VisitOffer_placeId_sessionId_key" ON "VisitOffer"("placeId", "sessionId");

-- CreateIndex
CREATE UNIQUE INDEX "VisitBus_sessionId_name_key" ON "VisitBus"("sessionId", "name");

-- CreateIndex
CREATE INDEX "VisitGroup_userId_idx" ON "VisitGroup"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "VisitGroup_eventId_label_key" ON "VisitGroup"("eventId", "label");

-- CreateIndex
CREATE UNIQUE INDEX "VisitPlan_eventId_number_key" ON "VisitPlan"("eventId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "BoothApplication_visitCode_key" ON "BoothApplication"("visitCode");

-- CreateIndex
CREATE UNIQUE INDEX "CapacityPool_sessionId_key_key" ON "CapacityPool"("sessionId", "key");

-- CreateIndex
CREATE INDEX "Registration_poolId_state_arrival_idx" ON "Registration"("poolId", "state", "arrival");

-- CreateIndex
CREATE INDEX "Registration_companionOfId_idx" ON "Registration"("companionOfId");

-- CreateIndex
CREATE INDEX "Registration_state_offerExpiresAt_idx" ON "Registration"("state", "offerExpiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Registration_poolId_guestId_key" ON "Registration"("poolId", "guestId");

-- AddForeignKey
ALTER TABLE "BoothPlan" ADD CONSTRAINT "BoothPlan_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoothVisit" ADD CONSTRAINT "BoothVisit_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoothVisit" ADD CONSTRAINT "BoothVisit_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoothVisit" ADD CONSTRAINT "BoothVisit_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CapacityPool" ADD CONSTRAINT "CapacityPool_schoolId_fkey" FOREIGN KEY ("schoolId") REFERENCES "School"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventQuestion" ADD CONSTRAINT "EventQuestion_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrationAnswer" ADD CONSTRAINT "RegistrationAnswer_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrationAnswer" ADD CONSTRAINT "RegistrationAnswer_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "EventQuestion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventGuest" ADD CONSTRAINT "EventGuest_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_guestId_fkey" FOREIGN KEY ("guestId") REFERENCES "EventGuest"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_companionOfId_fkey" FOREIGN KEY ("companionOfId") REFERENCES "Registration"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyAnswer" ADD CONSTRAINT "SurveyAnswer_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitPlace" ADD CONSTRAINT "VisitPlace_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitPlace" ADD CONSTRAINT "VisitPlace_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitOffer" ADD CONSTRAINT "VisitOffer_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "VisitPlace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitOffer" ADD CONSTRAINT "VisitOffer_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "EventSession"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitBus" ADD CONSTRAINT "VisitBus_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "EventSession"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitGroup" ADD CONSTRAINT "VisitGroup_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitGroup" ADD CONSTRAINT "VisitGroup_schoolId_fkey" FOREIGN KEY ("schoolId") REFERENCES "School"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitGroup" ADD CONSTRAINT "VisitGroup_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitPlan" ADD CONSTRAINT "VisitPlan_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Somebody holds every registration, and an offered or waiting one has what its state needs. The new words of the state
-- are compared as text because a word cannot be used in the transaction that adds it.
ALTER TABLE "Registration"
  ADD CONSTRAINT "Registration_holder_check" CHECK (num_nonnulls("userId", "guestId") = 1),
  ADD CONSTRAINT "Registration_offer_check" CHECK ("state"::text <> 'offered' OR "offerExpiresAt" IS NOT NULL),
  ADD CONSTRAINT "Registration_arrival_check" CHECK ("state"::text <> 'waiting' OR "arrival" IS NOT NULL);
ALTER TABLE "VisitOffer" ADD CONSTRAINT "VisitOffer_people_check" CHECK ("minimum" >= 0 AND "maximum" >= "minimum");
ALTER TABLE "VisitGroup" ADD CONSTRAINT "VisitGroup_size_check" CHECK ("size" > 0);
ALTER TABLE "SurveyAnswer" ADD CONSTRAINT "SurveyAnswer_scale_check"
  CHECK ("satisfaction" BETWEEN 1 AND 5 AND ("interest" IS NULL OR "interest" BETWEEN 1 AND 5));
