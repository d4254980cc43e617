import { data } from "react-router";
import type { RouteHandle } from "#app/access.ts";

export const handle = { access: "public", title: "ページが見つかりません" } satisfies RouteHandle;

/** Every address that no other route knows. */
export function loader() {
  throw data(null, { status: 404 });
}

export function action() {
  throw data(null, { status: 404 });
}

export default function NotFound() {
  return null;
}
