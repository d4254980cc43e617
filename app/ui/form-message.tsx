import type { ReactNode } from "react";
import { errorWords } from "#app/locales/ja/errors.ts";

/**
 * Stands above a form that came back with errors: how many, and a link to each field. It takes the focus when the page
 * opens (the HTML attribute needs no script), so that screen readers begin here.
 */
export function ErrorSummary({
  errors,
  labels,
}: {
  errors: Record<string, string> | undefined;
  /** Field name → its label in the form. */
  labels: Record<string, string>;
}) {
  const names = Object.keys(errors ?? {});
  if (names.length === 0) return null;
  return (
    <section
      // biome-ignore lint: the summary must be read first after a failed submit.
      autoFocus
      tabIndex={-1}
      aria-labelledby="error-summary"
      className="mb-8 rounded-8 border-2 border-error-1 bg-white p-4"
    >
      <h2 id="error-summary" className="text-std-18B-160 text-error-2">
        入力内容に確認が必要な項目が{names.length}件あります
      </h2>
      <ul className="mt-2 list-disc pl-6">
        {names.map((name) => (
          <li key={name}>
            <a href={`#${name}`} className="text-error-2 underline underline-offset-4">
              {labels[name] ? `${labels[name]}:` : ""}
              {errorWords(errors![name]!)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

type NoticeKind = "success" | "info" | "warning" | "error";

const noticeLooks: Record<NoticeKind, { frame: string; word: string }> = {
  success: { frame: "border-success-2 text-success-2", word: "完了" },
  info: { frame: "border-key-900 text-key-900", word: "お知らせ" },
  warning: { frame: "border-warning-orange-2 text-warning-orange-2", word: "注意" },
  error: { frame: "border-error-2 text-error-2", word: "エラー" },
};

/** A framed message. Its kind is said in a word, never by colour alone. */
export function Notice({
  kind,
  title,
  children,
  live = false,
  focus = false,
}: {
  kind: NoticeKind;
  title: string;
  children?: ReactNode;
  /** True for the answer to what the reader just did. */
  live?: boolean;
  focus?: boolean;
}) {
  const look = noticeLooks[kind];
  return (
    <div
      role={live ? (kind === "error" ? "alert" : "status") : undefined}
      autoFocus={focus || undefined}
      tabIndex={focus ? -1 : undefined}
      className={`my-6 rounded-8 border-2 bg-white p-4 ${look.frame}`}
    >
      <p className="text-std-17B-170">
        <span className="mr-2 inline-block rounded-4 border border-current px-2 text-dns-14B-130">
          {look.word}
        </span>
        {title}
      </p>
      {children && <div className="mt-2 text-solid-gray-800">{children}</div>}
    </div>
  );
}
