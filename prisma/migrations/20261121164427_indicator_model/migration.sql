-- CreateEnum
CREATE TYPE "PlacementRoute" AS ENUM ('schoolIntroduction', 'helloWork', 'jobCafe', 'supportStation', 'portal', 'personalContact', 'other');

-- CreateEnum
CREATE TYPE "EmploymentState" AS ENUM ('still', 'left', 'notKnown');

-- CreateEnum
CREATE TYPE "AreaKind" AS ENUM ('own', 'neighbour', 'peer', 'prefecture', 'nation');

-- CreateEnum
CREATE TYPE "NodeChange" AS ENUM ('added', 'none', 'changed', 'renamed', 'expanded', 'merged', 'ended');

-- CreateEnum
CREATE TYPE "RoleActor" AS ENUM ('city', 'nationalPrefecture', 'citizensNpo', 'companies');

-- CreateEnum
CREATE TYPE "IndicatorAggregation" AS ENUM ('sum', 'last', 'ratioOfSums', 'distinct', 'none');

-- CreateEnum
CREATE TYPE "AchievementMethodChoice" AS ENUM ('automatic', 'ratio', 'baselineToTarget', 'inverse', 'band', 'maintain', 'milestone', 'none');

-- CreateEnum
CREATE TYPE "PeriodKind" AS ENUM ('fiscalYear', 'calendarYear', 'month', 'asOfDate', 'graduationCohort');

-- CreateEnum
CREATE TYPE "FigureImportKind" AS ENUM ('observations', 'targets', 'schoolOutcomes', 'supportReports', 'subsidyGrants', 'placements');

-- AlterEnum
ALTER TYPE "IndicatorDirection" ADD VALUE 'band';

-- DropForeignKey
ALTER TABLE "PlanNode" DROP CONSTRAINT "PlanNode_parentId_fkey";

-- DropIndex
DROP INDEX "Evaluation_nodeId_fiscalYear_idx";

-- DropIndex
DROP INDEX "PlanNode_planId_code_key";

-- DropIndex
DROP INDEX "SupportReport_programme_month_key";

-- CreateTable
CREATE TABLE "EmploymentQuestion" (
    "id" TEXT NOT NULL,
    "companyId" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EmploymentQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EmploymentAnswer" (
    "id" TEXT NOT NULL,
    "placementId" TEXT NOT NULL,
    "questionId" TEXT,
    "state" "EmploymentState" NOT NULL,
    "asOf" DATE NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,
    "actorId" TEXT,

    CONSTRAINT "EmploymentAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlacementCode" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PlacementCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SchoolOutcome" (
    "id" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "departmentName" TEXT NOT NULL DEFAULT '',
    "graduationYear" INTEGER NOT NULL,
    "asOf" DATE NOT NULL,
    "graduates" INTEGER NOT NULL,
    "placedLocal" INTEGER NOT NULL,
    "placedPrefecture" INTEGER NOT NULL,
    "placedOutside" INTEGER NOT NULL,
    "furtherStudy" INTEGER NOT NULL,
    "other" INTEGER NOT NULL,
    "unknown" INTEGER NOT NULL,
    "status" "ObservationStatus" NOT NULL,
    "source" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedById" TEXT,
    "importId" TEXT,
    "importRow" INTEGER,

    CONSTRAINT "SchoolOutcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PageViewDay" (
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL DEFAULT '',
    "views" INTEGER NOT NULL,

    CONSTRAINT "PageViewDay_pkey" PRIMARY KEY ("day","kind","subjectId")
);

-- CreateTable
CREATE TABLE "Area" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "AreaKind" NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GradeScheme" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "steps" JSONB NOT NULL,

    CONSTRAINT "GradeScheme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanNodeVersion" (
    "id" TEXT NOT NULL,
    "nodeId" TEXT NOT NULL,
    "effectiveFrom" INTEGER NOT NULL,
    "parentId" TEXT,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "object" TEXT NOT NULL DEFAULT '',
    "intent" TEXT NOT NULL DEFAULT '',
    "owner" TEXT NOT NULL DEFAULT '',
    "weight" DECIMAL(65,30),
    "position" INTEGER NOT NULL,
    "lastFiscalYear" INTEGER,
    "change" "NodeChange" NOT NULL DEFAULT 'none',
    "successorId" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedById" TEXT,

    CONSTRAINT "PlanNodeVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleShare" (
    "id" TEXT NOT NULL,
    "nodeId" TEXT NOT NULL,
    "fiscalYear" INTEGER NOT NULL,
    "actor" "RoleActor" NOT NULL,
    "percent" INTEGER NOT NULL,
    "role" TEXT NOT NULL DEFAULT '',
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedById" TEXT,

    CONSTRAINT "RoleShare_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IndicatorVersion" (
    "id" TEXT NOT NULL,
    "indicatorId" TEXT NOT NULL,
    "effectiveFrom" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "direction" "IndicatorDirection" NOT NULL,
    "decimals" INTEGER NOT NULL DEFAULT 0,
    "aggregation" "IndicatorAggregation" NOT NULL DEFAULT 'sum',
    "achievementMethod" "AchievementMethodChoice" NOT NULL DEFAULT 'automatic',
    "bandLow" DECIMAL(65,30),
    "bandHigh" DECIMAL(65,30),
    "definition" TEXT NOT NULL DEFAULT '',
    "numerator" TEXT NOT NULL DEFAULT '',
    "denominator" TEXT NOT NULL DEFAULT '',
    "unknownRule" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT '',
    "measureKey" TEXT,
    "measureVersion" INTEGER,
    "measureParameters" JSONB NOT NULL DEFAULT '{}',
    "lastFiscalYear" INTEGER,
    "breaksSeries" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL DEFAULT '',
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedById" TEXT,

    CONSTRAINT "IndicatorVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TargetSet" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "adoptedOn" DATE NOT NULL,
    "decidedBy" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedById" TEXT,
    "importId" TEXT,

    CONSTRAINT "TargetSet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PeriodLock" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "fiscalYear" INTEGER NOT NULL,
    "locked" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedById" TEXT,

    CONSTRAINT "PeriodLock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalculationRun" (
    "id" TEXT NOT NULL,
    "measureKey" TEXT NOT NULL,
    "measureVersion" INTEGER NOT NULL,
    "parameters" JSONB NOT NULL DEFAULT '{}',
    "codeVersion" TEXT NOT NULL,
    "asOf" DATE NOT NULL,
    "knownOn" TIMESTAMPTZ(3) NOT NULL,
    "value" DECIMAL(65,30),
    "missing" TEXT,
    "numerator" DECIMAL(65,30),
    "denominator" DECIMAL(65,30),
    "unknownCount" DECIMAL(65,30),
    "inputCount" INTEGER NOT NULL,
    "inputDigest" TEXT NOT NULL,
    "members" JSONB NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedById" TEXT,

    CONSTRAINT "CalculationRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Release" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "fiscalYear" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "asOf" DATE NOT NULL,
    "knownOn" TIMESTAMPTZ(3) NOT NULL,
    "title" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "policyVersion" INTEGER NOT NULL,
    "codeVersion" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedById" TEXT,

    CONSTRAINT "Release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReleaseCell" (
    "releaseId" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "row" TEXT NOT NULL,
    "column" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "value" DECIMAL(65,30),
    "marker" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "indicatorId" TEXT,
    "runId" TEXT,

    CONSTRAINT "ReleaseCell_pkey" PRIMARY KEY ("releaseId","document","row","column")
);

-- CreateTable
CREATE TABLE "DisclosurePolicy" (
    "version" INTEGER NOT NULL,
    "effectiveFrom" DATE NOT NULL,
    "minimumPeople" INTEGER NOT NULL,
    "minimumMinorsBySchool" INTEGER NOT NULL,
    "minimumCompanies" INTEGER NOT NULL,
    "minimumRateDenominator" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DisclosurePolicy_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "FigureImport" (
    "id" TEXT NOT NULL,
    "kind" "FigureImportKind" NOT NULL,
    "state" "ImportState" NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "sheetName" TEXT NOT NULL DEFAULT '',
    "headerRow" INTEGER NOT NULL DEFAULT 1,
    "headers" TEXT[],
    "mapping" JSONB NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "rowCount" INTEGER NOT NULL,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "failure" TEXT,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "appliedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FigureImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FigureImportRow" (
    "importId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,
    "outcome" TEXT,
    "difference" JSONB NOT NULL DEFAULT '[]',
    "errors" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "FigureImportRow_pkey" PRIMARY KEY ("importId","number")
);

-- AlterTable
ALTER TABLE "Evaluation" ADD COLUMN     "computedGrade" "Grade",
ADD COLUMN     "computedScore" DECIMAL(65,30),
ADD COLUMN     "coverage" DECIMAL(65,30),
ADD COLUMN     "gapFactors" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "gradeReason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "pushingFactors" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "recordedById" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Observation" ADD COLUMN     "areaId" TEXT,
ADD COLUMN     "denominator" DECIMAL(65,30),
ADD COLUMN     "importColumn" TEXT,
ADD COLUMN     "importId" TEXT,
ADD COLUMN     "importRow" INTEGER,
ADD COLUMN     "numerator" DECIMAL(65,30),
ADD COLUMN     "periodKind" "PeriodKind" NOT NULL DEFAULT 'fiscalYear',
ADD COLUMN     "unknownCount" DECIMAL(65,30);

-- AlterTable
ALTER TABLE "Placement" ADD COLUMN     "correctionReason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "correctsId" TEXT,
ADD COLUMN     "departmentName" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "employerReference" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "importId" TEXT,
ADD COLUMN     "importRow" INTEGER,
ADD COLUMN     "isVoid" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "placeOfWork" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "reportedById" TEXT,
ADD COLUMN     "route" "PlacementRoute",
ADD COLUMN     "schoolKind" "SchoolKind",
ADD COLUMN     "userId" TEXT;

-- AlterTable
ALTER TABLE "SubsidyGrant" ADD COLUMN     "correctsId" TEXT,
ADD COLUMN     "importId" TEXT,
ADD COLUMN     "importRow" INTEGER,
ADD COLUMN     "isVoid" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "recordedById" TEXT;

-- AlterTable
ALTER TABLE "SupportReport" ADD COLUMN     "importId" TEXT,
ADD COLUMN     "importRow" INTEGER,
ADD COLUMN     "reportedById" TEXT;

-- What stands already is carried over: every row becomes the first version of its thing.
INSERT INTO "Area" ("id", "name", "kind", "position") VALUES ('own', '本市', 'own', 0);
INSERT INTO "DisclosurePolicy" VALUES
  (1, '2022-04-01', 5, 10, 3, 10, '公表する値の基準の最初の版。', now());
INSERT INTO "PlanNodeVersion" ("id", "nodeId", "effectiveFrom", "parentId", "code", "title", "description", "position", "change", "recordedAt")
  SELECT node."id" || '/1', node."id", plan."firstFiscalYear", node."parentId", node."code", node."title",
    node."description", node."position", 'added', make_timestamptz(plan."firstFiscalYear", 4, 1, 0, 0, 0, 'Asia/Tokyo')
  FROM "PlanNode" node JOIN "Plan" plan ON plan."id" = node."planId";
INSERT INTO "IndicatorVersion" ("id", "indicatorId", "effectiveFrom", "name", "unit", "direction", "decimals", "definition", "source", "measureKey", "recordedAt")
  SELECT indicator."id" || '/1', indicator."id", plan."firstFiscalYear", indicator."name", indicator."unit",
    indicator."direction", indicator."decimals", indicator."definition", indicator."source", indicator."measureKey",
    make_timestamptz(plan."firstFiscalYear", 4, 1, 0, 0, 0, 'Asia/Tokyo')
  FROM "Indicator" indicator JOIN "Plan" plan ON plan."id" = indicator."planId";
INSERT INTO "TargetSet" ("id", "planId", "adoptedOn", "reason", "recordedAt")
  SELECT DISTINCT ON (indicator."planId", target."adoptedOn", target."reason")
    indicator."planId" || '/' || target."adoptedOn" || '/' || md5(target."reason"), indicator."planId",
    target."adoptedOn", target."reason", target."recordedAt"
  FROM "Target" target JOIN "Indicator" indicator ON indicator."id" = target."indicatorId"
  ORDER BY indicator."planId", target."adoptedOn", target."reason", target."recordedAt";

-- AlterTable
ALTER TABLE "Indicator" DROP COLUMN "decimals",
DROP COLUMN "definition",
DROP COLUMN "direction",
DROP COLUMN "measureKey",
DROP COLUMN "name",
DROP COLUMN "source",
DROP COLUMN "unit";

-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "areaId" TEXT NOT NULL DEFAULT 'own',
ADD COLUMN     "gradeSchemeId" TEXT,
ADD COLUMN     "levelNames" JSONB NOT NULL DEFAULT '{"basicPolicy": "基本方針", "strategy": "戦略", "project": "推進事業"}',
ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Plan" ALTER COLUMN "areaId" DROP DEFAULT, ALTER COLUMN "levelNames" DROP DEFAULT;

-- AlterTable
ALTER TABLE "PlanNode" DROP COLUMN "code",
DROP COLUMN "description",
DROP COLUMN "parentId",
DROP COLUMN "position",
DROP COLUMN "title";

-- AlterTable
ALTER TABLE "Separation" DROP CONSTRAINT "Separation_pkey",
ADD COLUMN     "id" TEXT,
ADD COLUMN     "isVoid" BOOLEAN NOT NULL DEFAULT false;
UPDATE "Separation" SET "id" = "placementId";
ALTER TABLE "Separation" ALTER COLUMN "id" SET NOT NULL, ADD CONSTRAINT "Separation_pkey" PRIMARY KEY ("id");

-- AlterTable
ALTER TABLE "Target" DISABLE TRIGGER append_only;
ALTER TABLE "Target" ADD COLUMN "setId" TEXT;
UPDATE "Target" target SET "setId" = indicator."planId" || '/' || target."adoptedOn" || '/' || md5(target."reason")
  FROM "Indicator" indicator WHERE indicator."id" = target."indicatorId";
-- Of two rows of one decision about one year the one recorded last held.
DELETE FROM "Target" older USING "Target" newer
  WHERE older."setId" = newer."setId" AND older."indicatorId" = newer."indicatorId"
    AND older."fiscalYear" = newer."fiscalYear" AND (older."recordedAt", older."id") < (newer."recordedAt", newer."id");
ALTER TABLE "Target" DROP COLUMN "adoptedOn",
DROP COLUMN "reason",
DROP COLUMN "recordedAt",
ALTER COLUMN "setId" SET NOT NULL;
ALTER TABLE "Target" ENABLE TRIGGER append_only;

-- Several evaluations of one year become its revisions.
ALTER TABLE "Evaluation" DISABLE TRIGGER append_only;
UPDATE "Evaluation" evaluation SET "revision" = numbered."revision" FROM (
  SELECT "id", row_number() OVER (PARTITION BY "nodeId", "fiscalYear" ORDER BY "recordedAt", "id") AS "revision" FROM "Evaluation"
) numbered WHERE numbered."id" = evaluation."id";
ALTER TABLE "Evaluation" ENABLE TRIGGER append_only;

-- CreateIndex
CREATE UNIQUE INDEX "EmploymentQuestion_companyId_quarter_key" ON "EmploymentQuestion"("companyId", "quarter");

-- CreateIndex
CREATE INDEX "EmploymentAnswer_placementId_idx" ON "EmploymentAnswer"("placementId");

-- CreateIndex
CREATE UNIQUE INDEX "PlacementCode_code_key" ON "PlacementCode"("code");

-- CreateIndex
CREATE INDEX "PlacementCode_userId_idx" ON "PlacementCode"("userId");

-- CreateIndex
CREATE INDEX "SchoolOutcome_graduationYear_schoolId_idx" ON "SchoolOutcome"("graduationYear", "schoolId");

-- CreateIndex
CREATE INDEX "PlanNodeVersion_nodeId_idx" ON "PlanNodeVersion"("nodeId");

-- CreateIndex
CREATE INDEX "RoleShare_nodeId_fiscalYear_idx" ON "RoleShare"("nodeId", "fiscalYear");

-- CreateIndex
CREATE INDEX "IndicatorVersion_indicatorId_idx" ON "IndicatorVersion"("indicatorId");

-- CreateIndex
CREATE INDEX "TargetSet_planId_idx" ON "TargetSet"("planId");

-- CreateIndex
CREATE INDEX "PeriodLock_planId_fiscalYear_idx" ON "PeriodLock"("planId", "fiscalYear");

-- CreateIndex
CREATE INDEX "CalculationRun_measureKey_asOf_idx" ON "CalculationRun"("measureKey", "asOf");

-- CreateIndex
CREATE UNIQUE INDEX "Release_planId_fiscalYear_version_key" ON "Release"("planId", "fiscalYear", "version");

-- CreateIndex
CREATE INDEX "FigureImport_createdAt_idx" ON "FigureImport"("createdAt");

-- CreateIndex
CREATE INDEX "FigureImportRow_importId_outcome_idx" ON "FigureImportRow"("importId", "outcome");

-- CreateIndex
CREATE UNIQUE INDEX "Evaluation_nodeId_fiscalYear_revision_key" ON "Evaluation"("nodeId", "fiscalYear", "revision");

-- CreateIndex
CREATE INDEX "Indicator_planId_idx" ON "Indicator"("planId");

-- CreateIndex
CREATE UNIQUE INDEX "Placement_correctsId_key" ON "Placement"("correctsId");

-- CreateIndex
CREATE INDEX "Placement_companyId_startedOn_idx" ON "Placement"("companyId", "startedOn");

-- CreateIndex
CREATE INDEX "Placement_startedOn_idx" ON "Placement"("startedOn");

-- CreateIndex
CREATE INDEX "PlanNode_planId_idx" ON "PlanNode"("planId");

-- CreateIndex
CREATE INDEX "Separation_placementId_idx" ON "Separation"("placementId");

-- CreateIndex
CREATE UNIQUE INDEX "SubsidyGrant_correctsId_key" ON "SubsidyGrant"("correctsId");

-- CreateIndex
CREATE INDEX "SupportReport_programme_month_idx" ON "SupportReport"("programme", "month");

-- CreateIndex
CREATE UNIQUE INDEX "Target_setId_indicatorId_fiscalYear_key" ON "Target"("setId", "indicatorId", "fiscalYear");

-- AddForeignKey
ALTER TABLE "Placement" ADD CONSTRAINT "Placement_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Placement" ADD CONSTRAINT "Placement_correctsId_fkey" FOREIGN KEY ("correctsId") REFERENCES "Placement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmploymentQuestion" ADD CONSTRAINT "EmploymentQuestion_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmploymentAnswer" ADD CONSTRAINT "EmploymentAnswer_placementId_fkey" FOREIGN KEY ("placementId") REFERENCES "Placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmploymentAnswer" ADD CONSTRAINT "EmploymentAnswer_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "EmploymentQuestion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlacementCode" ADD CONSTRAINT "PlacementCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SchoolOutcome" ADD CONSTRAINT "SchoolOutcome_schoolId_fkey" FOREIGN KEY ("schoolId") REFERENCES "School"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubsidyGrant" ADD CONSTRAINT "SubsidyGrant_correctsId_fkey" FOREIGN KEY ("correctsId") REFERENCES "SubsidyGrant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "Area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_gradeSchemeId_fkey" FOREIGN KEY ("gradeSchemeId") REFERENCES "GradeScheme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanNodeVersion" ADD CONSTRAINT "PlanNodeVersion_nodeId_fkey" FOREIGN KEY ("nodeId") REFERENCES "PlanNode"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanNodeVersion" ADD CONSTRAINT "PlanNodeVersion_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "PlanNode"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanNodeVersion" ADD CONSTRAINT "PlanNodeVersion_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "PlanNode"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleShare" ADD CONSTRAINT "RoleShare_nodeId_fkey" FOREIGN KEY ("nodeId") REFERENCES "PlanNode"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorVersion" ADD CONSTRAINT "IndicatorVersion_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TargetSet" ADD CONSTRAINT "TargetSet_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Target" ADD CONSTRAINT "Target_setId_fkey" FOREIGN KEY ("setId") REFERENCES "TargetSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Observation" ADD CONSTRAINT "Observation_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "Area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeriodLock" ADD CONSTRAINT "PeriodLock_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReleaseCell" ADD CONSTRAINT "ReleaseCell_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FigureImportRow" ADD CONSTRAINT "FigureImportRow_importId_fkey" FOREIGN KEY ("importId") REFERENCES "FigureImport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A corrected row is superseded by a later one, never changed.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "PlanNodeVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "RoleShare" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "IndicatorVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "TargetSet" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "PeriodLock" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "CalculationRun" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Release" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ReleaseCell" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "DisclosurePolicy" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "EmploymentAnswer" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "SchoolOutcome" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "SupportReport" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "SubsidyGrant" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Separation" FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "RoleShare" ADD CONSTRAINT "RoleShare_percent_check" CHECK ("percent" BETWEEN 0 AND 100);
ALTER TABLE "SchoolOutcome" ADD CONSTRAINT "SchoolOutcome_counts_check" CHECK (least("graduates", "placedLocal",
  "placedPrefecture", "placedOutside", "furtherStudy", "other", "unknown") >= 0 AND "placedLocal" + "placedPrefecture"
  + "placedOutside" + "furtherStudy" + "other" + "unknown" = "graduates");
ALTER TABLE "PageViewDay" ADD CONSTRAINT "PageViewDay_views_check" CHECK ("views" > 0);
