import { ownRegistration as words } from "#app/locales/ja/company-registration.ts";
import { EmptyState, Page } from "./page.tsx";
import { TextLink } from "./text-link.tsx";

/** The page of a company's room for an account that acts for no company. */
export function NoCompany({ title }: { title: string }) {
  return (
    <Page title={title}>
      <EmptyState title={words.none}>
        <p>{words.noneText}</p>
        <p className="mt-2">
          <TextLink to="/register/company">{words.register}</TextLink>
        </p>
      </EmptyState>
    </Page>
  );
}
