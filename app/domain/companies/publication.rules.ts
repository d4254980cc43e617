/** Why a company's page is taken off; the words are in app/locales/ja/company-list.ts. */
export const WITHDRAWAL_REASONS = ["asked", "closed", "moved", "unreachable", "outdated", "rules"] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];
