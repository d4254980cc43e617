import { companyBooths } from "#app/locales/ja/booths.ts";
import { Notice } from "./form-message.tsx";
import { TextLink } from "./text-link.tsx";

/** Why the company cannot ask for a booth, and the page where that can be changed. */
export function BoothIneligible({ why }: { why: keyof typeof companyBooths.ineligible }) {
  const { title, text, to, link } = companyBooths.ineligible[why];
  return (
    <Notice kind="warning" title={title}>
      <p>{text}</p>
      <TextLink to={to} className="inline-flex min-h-11 items-center">
        {link}
      </TextLink>
    </Notice>
  );
}
