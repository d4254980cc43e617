import { boothPlan } from "#app/locales/ja/booth-plan.ts";
import { TextLink } from "./text-link.tsx";

/** Links to the sections of a long page. */
export function PageContents({ links }: { links: readonly (readonly [id: string, label: string])[] }) {
  return (
    <nav aria-label={boothPlan.contents} className="my-6 rounded-8 bg-solid-gray-50 px-4 py-2">
      <ul className="flex flex-wrap gap-x-6">
        {links.map(([id, label]) => (
          <li key={id}>
            <TextLink to={`#${id}`} className="inline-flex min-h-11 items-center">
              {label}
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
