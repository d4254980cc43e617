-- CreateEnum
CREATE TYPE "RegistrationReviewState" AS ENUM ('submitted', 'returned', 'approved', 'declined');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('uploaded', 'checking', 'checked', 'applying', 'applied', 'failed', 'discarded');

-- CreateEnum
CREATE TYPE "SearchAlertState" AS ENUM ('pending', 'active');

-- CreateEnum
CREATE TYPE "SearchAlertFrequency" AS ENUM ('daily', 'weekly');

-- AlterTable
ALTER TABLE "Company" ADD COLUMN     "confirmedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "CompanyRevision" ADD COLUMN     "wordingOverrides" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "CompanyRegistration" (
    "companyId" TEXT NOT NULL,
    "state" "RegistrationReviewState" NOT NULL DEFAULT 'submitted',
    "contactName" TEXT NOT NULL,
    "contactPhone" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "noNumberReason" TEXT,
    "termsVersion" TEXT NOT NULL,
    "consentedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" TEXT,
    "decisionNote" TEXT,

    CONSTRAINT "CompanyRegistration_pkey" PRIMARY KEY ("companyId")
);

-- CreateTable
CREATE TABLE "CompanyInvitation" (
    "id" TEXT NOT NULL,
    "companyId" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "invitedById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CompanyInvitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CompanyImage" (
    "id" TEXT NOT NULL,
    "companyId" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "widths" INTEGER[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" TEXT,

    CONSTRAINT "CompanyImage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FreshnessQuestion" (
    "id" TEXT NOT NULL,
    "companyId" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "answer" TEXT,

    CONSTRAINT "FreshnessQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedCompany" (
    "userId" TEXT NOT NULL,
    "companyId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SavedCompany_pkey" PRIMARY KEY ("userId","companyId")
);

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" TEXT NOT NULL,
    "state" "ImportState" NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "headers" TEXT[],
    "mapping" JSONB NOT NULL,
    "rowCount" INTEGER NOT NULL,
    "rowsDone" INTEGER NOT NULL DEFAULT 0,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "failure" TEXT,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "appliedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ImportRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportRow" (
    "runId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,
    "outcome" TEXT,
    "companyId" TEXT,
    "difference" JSONB NOT NULL DEFAULT '[]',
    "errors" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "ImportRow_pkey" PRIMARY KEY ("runId","number")
);

-- CreateTable
CREATE TABLE "ImportMapping" (
    "headerHash" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ImportMapping_pkey" PRIMARY KEY ("headerHash")
);

-- CreateTable
CREATE TABLE "SearchDocumentVersion" (
    "documentId" TEXT NOT NULL,
    "version" BIGINT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SearchDocumentVersion_pkey" PRIMARY KEY ("documentId")
);

-- CreateTable
CREATE TABLE "SearchAlert" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "frequency" "SearchAlertFrequency" NOT NULL,
    "state" "SearchAlertState" NOT NULL,
    "confirmTokenHash" TEXT,
    "confirmExpiresAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SearchAlert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchAlertRun" (
    "id" TEXT NOT NULL,
    "alertId" TEXT NOT NULL,
    "runKey" TEXT NOT NULL,
    "found" INTEGER NOT NULL,
    "ranAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SearchAlertRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchAlertSeen" (
    "alertId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,

    CONSTRAINT "SearchAlertSeen_pkey" PRIMARY KEY ("alertId","documentId")
);

-- CreateTable
CREATE TABLE "SearchDemand" (
    "day" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "searches" INTEGER NOT NULL,
    "zeroHits" INTEGER NOT NULL,

    CONSTRAINT "SearchDemand_pkey" PRIMARY KEY ("day","text")
);

-- CreateIndex
CREATE INDEX "CompanyRegistration_state_submittedAt_idx" ON "CompanyRegistration"("state", "submittedAt");

-- CreateIndex
CREATE UNIQUE INDEX "CompanyInvitation_tokenHash_key" ON "CompanyInvitation"("tokenHash");

-- CreateIndex
CREATE INDEX "CompanyInvitation_companyId_idx" ON "CompanyInvitation"("companyId");

-- CreateIndex
CREATE UNIQUE INDEX "CompanyImage_storageKey_key" ON "CompanyImage"("storageKey");

-- CreateIndex
CREATE UNIQUE INDEX "CompanyImage_companyId_contentHash_key" ON "CompanyImage"("companyId", "contentHash");

-- CreateIndex
CREATE UNIQUE INDEX "FreshnessQuestion_companyId_quarter_key" ON "FreshnessQuestion"("companyId", "quarter");

-- CreateIndex
CREATE INDEX "ImportRun_createdAt_idx" ON "ImportRun"("createdAt");

-- CreateIndex
CREATE INDEX "ImportRow_runId_outcome_idx" ON "ImportRow"("runId", "outcome");

-- CreateIndex
CREATE INDEX "SearchDocumentVersion_version_idx" ON "SearchDocumentVersion"("version");

-- CreateIndex
CREATE UNIQUE INDEX "SearchAlert_confirmTokenHash_key" ON "SearchAlert"("confirmTokenHash");

-- CreateIndex
CREATE INDEX "SearchAlert_state_frequency_idx" ON "SearchAlert"("state", "frequency");

-- CreateIndex
CREATE UNIQUE INDEX "SearchAlert_email_query_key" ON "SearchAlert"("email", "query");

-- CreateIndex
CREATE UNIQUE INDEX "SearchAlertRun_alertId_runKey_key" ON "SearchAlertRun"("alertId", "runKey");

-- CreateIndex
CREATE INDEX "SearchDemand_zeroHits_idx" ON "SearchDemand"("zeroHits");

-- AddForeignKey
ALTER TABLE "CompanyRegistration" ADD CONSTRAINT "CompanyRegistration_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompanyInvitation" ADD CONSTRAINT "CompanyInvitation_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompanyImage" ADD CONSTRAINT "CompanyImage_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FreshnessQuestion" ADD CONSTRAINT "FreshnessQuestion_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedCompany" ADD CONSTRAINT "SavedCompany_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedCompany" ADD CONSTRAINT "SavedCompany_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRow" ADD CONSTRAINT "ImportRow_runId_fkey" FOREIGN KEY ("runId") REFERENCES "ImportRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SearchAlertRun" ADD CONSTRAINT "SearchAlertRun_alertId_fkey" FOREIGN KEY ("alertId") REFERENCES "SearchAlert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SearchAlertSeen" ADD CONSTRAINT "SearchAlertSeen_alertId_fkey" FOREIGN KEY ("alertId") REFERENCES "SearchAlert"("id") ON DELETE CASCADE ON UPDATE CASCADE;
