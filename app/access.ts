import { redirect } from "react-router";
import { type Context, type Role, type Viewer, viewerContext } from "./town.ts";

/** A company's account whose application staff have not approved yet. */
export type Applicant = "applicant";

/**
 * Who may enter a route: everybody, everybody who signed in, or active accounts of these roles and, where it says so,
 * applicants. Each route declares it in its `handle`; an undeclared route fails the build (tests/architecture).
 */
export type Access = "public" | "signedIn" | readonly (Role | Applicant)[];

export type RouteHandle = {
  access: Access;
  /** Page title without the site's name; resource routes have none. */
  title?: string;
  /** Only pages that cannot work as a form and a loader ask for the framework's scripts (111 KB). */
  hydrate?: boolean;
  /** True where the page's script reads codes with the camera; everywhere else the browser forbids it. */
  camera?: boolean;
  /** Bytes that a form of this route may have when it takes files; only those who may enter can send as much. */
  maxBodyBytes?: number;
};

export const STAFF: readonly Role[] = ["staff", "admin"];

export type AccessDecision = "allowed" | "sign-in-first" | "forbidden";

/** The one decision about access; the wall before the router and every loader use it. */
export function decideAccess(access: Access, viewer: Viewer | null): AccessDecision {
  if (access === "public") return "allowed";
  if (!viewer || viewer.state === "closed") return "sign-in-first";
  if (access === "signedIn") return "allowed";
  const kind = viewer.state === "active" ? viewer.role : viewer.role === "company" ? "applicant" : null;
  return kind !== null && access.includes(kind) ? "allowed" : "forbidden";
}

/** The viewer of a route that is not public; throws the answer (redirect to sign in, 401, 403) when access is denied. */
export function requireViewer(request: Request, context: Context, access: Exclude<Access, "public">): Viewer {
  const viewer = context.get(viewerContext);
  const decision = decideAccess(access, viewer);
  if (decision === "allowed") return viewer!;
  throw deny(request, decision);
}

/** The answer to a denied request: reading leads to the sign-in page and back, everything else gets the status. */
export function deny(request: Request, decision: Exclude<AccessDecision, "allowed">): Response {
  if (decision === "forbidden") return new Response(null, { status: 403 });
  if (request.method !== "GET" && request.method !== "HEAD") return new Response(null, { status: 401 });
  const url = new URL(request.url);
  const next = `${url.pathname.replace(/\.data$/, "")}${url.search}`;
  return redirect(`/login?next=${encodeURIComponent(next)}`);
}
