import type { ReactNode } from "react";

/** A link inside running text. */
export function TextLink({
  to,
  children,
  className = "",
}: {
  to: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <a
      href={to}
      className={`text-blue-1000 underline underline-offset-4 hover:text-blue-900 hover:decoration-2 ${className}`}
    >
      {children}
    </a>
  );
}
