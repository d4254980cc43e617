import { savedWords as words } from "#app/locales/ja/saved-companies.ts";
import { Button } from "./button.tsx";
import { TextLink } from "./text-link.tsx";

/** Keeps a company for later or drops it again; a plain form that comes back to the page. */
export function SaveCompany({ slug, isSaved, back }: { slug: string; isSaved: boolean; back: string }) {
  return (
    <form
      method="post"
      action="/saved"
      data-screen-only
      className="flex flex-wrap items-center gap-x-4 gap-y-2"
    >
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="back" value={back} />
      <Button name="intent" value={isSaved ? "forget" : "save"} look="secondary">
        {isSaved ? words.forget : words.save}
      </Button>
      {isSaved && (
        <span>
          {words.saved} <TextLink to="/saved">{words.list}</TextLink>
        </span>
      )}
    </form>
  );
}
