import { TextLink } from "./text-link.tsx";

/** Companies beside an event, as links to their pages; `ordered` where they are called at one after the other. */
export function EventCompanies({
  companies,
  ordered = false,
}: {
  companies: readonly { slug: string; name: string; area: string }[];
  ordered?: boolean;
}) {
  const List = ordered ? "ol" : "ul";
  return (
    <List className={ordered ? "list-decimal pl-6" : "grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3"}>
      {companies.map((company) => (
        <li key={company.slug}>
          <TextLink to={`/companies/${company.slug}`} className="inline-block py-2">
            {company.name}
          </TextLink>
          <span className="ml-2 text-solid-gray-700">{company.area}</span>
        </li>
      ))}
    </List>
  );
}
