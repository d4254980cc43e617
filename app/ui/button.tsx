import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Link } from "react-router";

type Look = "primary" | "secondary" | "danger" | "quiet";

const shape =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-8 px-5 py-2 text-center text-oln-16B-100 leading-snug no-underline underline-offset-4 hover:underline print:hidden";

const looks: Record<Look, string> = {
  primary: "bg-key-900 text-white hover:bg-key-1000 active:bg-key-1200",
  secondary: "border-2 border-key-900 bg-white text-key-900 hover:bg-key-50 active:bg-key-100",
  danger: "border-2 border-error-2 bg-white text-error-2 hover:bg-red-50",
  quiet: "px-3 text-key-900 underline hover:bg-solid-gray-50",
};

/** A button of a form. It sends the form unless `type` says otherwise. */
export function Button({
  look = "primary",
  className = "",
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look }) {
  return <button type="submit" {...rest} className={`${shape} ${looks[look]} ${className}`} />;
}

/** A link that looks like a button, for the main step of a page. Without the framework's scripts it is a plain link. */
export function LinkButton({
  to,
  look = "primary",
  className = "",
  children,
  download,
}: {
  to: string;
  look?: Look;
  className?: string;
  children: ReactNode;
  download?: boolean;
}) {
  return (
    <Link to={to} reloadDocument download={download} className={`${shape} ${looks[look]} ${className}`}>
      {children}
    </Link>
  );
}
