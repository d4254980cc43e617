/** Links to the pages of a list. `href` gives the address of a page, counted from 1. */
export function Pagination({
  page,
  pages,
  href,
}: {
  page: number;
  pages: number;
  href: (page: number) => string;
}) {
  if (pages <= 1) return null;
  const near = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages);
  return (
    <nav aria-label="ページ送り" className="mt-8">
      <ul className="flex flex-wrap items-center gap-2">
        {page > 1 && (
          <li>
            <PageLink href={href(page - 1)} label="前へ" />
          </li>
        )}
        {near.map((n, index) => (
          <li key={n} className="flex items-center gap-2">
            {index > 0 && n - near[index - 1]! > 1 && <span aria-hidden="true">…</span>}
            {n === page ? (
              <span
                aria-current="page"
                className="inline-flex size-11 items-center justify-center rounded-8 bg-key-900 text-white"
              >
                {n}
              </span>
            ) : (
              <PageLink href={href(n)} label={String(n)} name={`${n}ページ目`} />
            )}
          </li>
        ))}
        {page < pages && (
          <li>
            <PageLink href={href(page + 1)} label="次へ" />
          </li>
        )}
      </ul>
    </nav>
  );
}

function PageLink({ href, label, name }: { href: string; label: string; name?: string }) {
  return (
    <a
      href={href}
      aria-label={name}
      className="inline-flex h-11 min-w-11 items-center justify-center rounded-8 border border-solid-gray-420 px-3 text-key-900 underline-offset-4 hover:underline"
    >
      {label}
    </a>
  );
}
