import { expect, test } from "vitest";
import { pageOf } from "./rules.ts";

test.each([
  ["/", { kind: "home", subject: "" }],
  ["/search", { kind: "search", subject: "" }],
  ["/companies", { kind: "search", subject: "" }],
  ["/companies/yamada-seiki", { kind: "company", subject: "yamada-seiki" }],
  ["/companies/yamada-seiki/parents", { kind: "company", subject: "yamada-seiki" }],
  ["/internships/i1", { kind: "internship", subject: "i1" }],
  ["/events/e1", { kind: "event", subject: "e1" }],
  ["/indicators", { kind: "indicators", subject: "" }],
  ["/indicators/local-rate", { kind: "indicators", subject: "" }],
])("%s is counted", (pathname, page) => {
  expect(pageOf(pathname)).toEqual(page);
});

test.each([
  "/login",
  "/events",
  "/internships",
  "/events/e1/registration",
  "/events/e1/survey/secret",
  "/tickets/secret",
  "/companies.csv",
  "/events/e1/calendar.ics",
  "/indicators/all.csv",
  "/me",
])("%s is not", (pathname) => {
  expect(pageOf(pathname)).toBeNull();
});
