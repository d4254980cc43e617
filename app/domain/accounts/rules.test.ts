import { describe, expect, test } from "vitest";
import { graduationYears, isSimplePassword, landingPath, safeNextPath } from "./rules.ts";

describe("the page after signing in", () => {
  test("is the asked one when it is a path of this site, with query and fragment", () => {
    expect(safeNextPath("/events/1/registration?category=student#form")).toBe(
      "/events/1/registration?category=student#form",
    );
    expect(safeNextPath("/companies?q=金型")).toBe("/companies?q=%E9%87%91%E5%9E%8B");
  });

  test.each([
    null,
    "",
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example",
    "/a\\..\\b",
    "\t//evil.example",
    "/\n/evil.example",
    "/..//evil.example",
    "javascript:alert(1)",
    "me",
    "/login",
    "/login?next=/login",
    "/logout",
    `/${"a".repeat(3000)}`,
  ])("is never %j", (text) => {
    expect(safeNextPath(text)).toBeNull();
  });

  test("is otherwise where the role works; an account that waits sees what it waits for", () => {
    expect(landingPath({ role: "student", state: "active" })).toBe("/me");
    expect(landingPath({ role: "teacher", state: "active" })).toBe("/school");
    expect(landingPath({ role: "admin", state: "active" })).toBe("/staff");
    expect(landingPath({ role: "company", state: "waiting" })).toBe("/company/registration");
    expect(landingPath({ role: "student", state: "waiting" })).toBe("/me");
  });
});

test("passwords with next to nothing in them are refused", () => {
  expect(isSimplePassword("aaaaaaaaaaaaaa", "taro@example.jp")).toBe(true);
  expect(isSimplePassword("121212121212", "taro@example.jp")).toBe(true);
  expect(isSimplePassword("taro@example.jp", "taro@example.jp")).toBe(true);
  expect(isSimplePassword("tarotarotaro1", "taro@example.jp")).toBe(true);
  expect(isSimplePassword("きょうの夕飯はカレーです", "taro@example.jp")).toBe(false);
  expect(isSimplePassword("correct horse battery", "taro@example.jp")).toBe(false);
});

test("a graduation year can be the March of this school year and of the nine after it", () => {
  expect(graduationYears(2026)).toEqual([2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035, 2036]);
});
