import { registerWords as words } from "#app/locales/ja/registers.ts";
import { TextLink } from "./text-link.tsx";

/** Opens a line of a register in the form of its page. */
export function RegisterLink({ path, id, name }: { path: string; id: string; name: string }) {
  return (
    <TextLink
      to={`${path}?edit=${encodeURIComponent(id)}#enter`}
      className="inline-flex min-h-11 items-center whitespace-nowrap"
    >
      {words.edit}
      <span className="sr-only">:{name}</span>
    </TextLink>
  );
}
