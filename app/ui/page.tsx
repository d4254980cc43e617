import type { ReactNode } from "react";

export type Crumb = { to: string; label: string };

/** The frame of a page's content: where the reader is, the heading, then the content. */
export function Page({
  title,
  crumbs = [],
  lead,
  children,
  wide = false,
}: {
  title: string;
  crumbs?: Crumb[];
  lead?: ReactNode;
  children: ReactNode;
  wide?: boolean;
}) {
  return (
    <div className={`mx-auto px-4 pt-4 pb-16 sm:px-6 print:p-0 ${wide ? "max-w-7xl" : "max-w-5xl"}`}>
      <Breadcrumbs crumbs={crumbs} current={title} />
      <h1 className="mt-4 text-std-28B-150 sm:text-std-32B-150 print:mt-2 print:text-std-26B-150">{title}</h1>
      {lead && <div className="mt-3 max-w-3xl text-std-17N-170 print:mt-1">{lead}</div>}
      <div className="mt-8 print:mt-3">{children}</div>
    </div>
  );
}

function Breadcrumbs({ crumbs, current }: { crumbs: Crumb[]; current: string }) {
  return (
    <nav aria-label="現在位置" className="text-dns-16N-130">
      <ol className="flex flex-wrap gap-x-2 gap-y-1">
        {[{ to: "/", label: "ホーム" }, ...crumbs].map((crumb) => (
          <li key={crumb.to} className="flex gap-2">
            <a href={crumb.to} className="text-blue-1000 underline underline-offset-4">
              {crumb.label}
            </a>
            <span aria-hidden="true">›</span>
          </li>
        ))}
        <li aria-current="page" className="text-solid-gray-700">
          {current}
        </li>
      </ol>
    </nav>
  );
}

/** A part of a page under its own heading. */
export function Section({
  title,
  id,
  children,
  aside,
}: {
  title: string;
  id?: string;
  children: ReactNode;
  aside?: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="mt-12 first:mt-0">
      <div className="flex flex-wrap items-baseline justify-between gap-2 border-b-2 border-solid-gray-420 pb-2">
        <h2 id={id} className="text-std-22B-150 sm:text-std-24B-150">
          {title}
        </h2>
        {aside}
      </div>
      <div className="mt-4">{children}</div>
    </section>
  );
}

/** Says that a list is empty, why, and what to do next. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="rounded-12 border border-dashed border-solid-gray-536 p-6 text-center">
      <p className="text-std-17B-170">{title}</p>
      {children && <div className="mt-2">{children}</div>}
    </div>
  );
}
