import { expect, test } from "vitest";
import { fixedClock } from "./clock.ts";
import { createMemo } from "./memo.ts";

const database = {};
const at = (time: string) => ({ clock: fixedClock(`2026-01-01T${time}Z`), database });

test("an answer is kept for its seconds and then read again", async () => {
  const memo = createMemo<number>(10);
  let reads = 0;
  const read = async () => ++reads;
  expect(await memo(at("00:00:00"), "a", read)).toBe(1);
  expect(await memo(at("00:00:09"), "a", read)).toBe(1);
  expect(await memo(at("00:00:10"), "a", read)).toBe(2);
});

test("each key and each town has its own answer", async () => {
  const memo = createMemo<string>(10);
  expect(await memo(at("00:00:00"), "a", async () => "A")).toBe("A");
  expect(await memo(at("00:00:00"), "b", async () => "B")).toBe("B");
  const other = { ...at("00:00:00"), database: {} };
  expect(await memo(other, "a", async () => "other A")).toBe("other A");
});

test("a failed read is not kept", async () => {
  const memo = createMemo<string>(10);
  await expect(memo(at("00:00:00"), "c", () => Promise.reject(new Error("down")))).rejects.toThrow("down");
  expect(await memo(at("00:00:00"), "c", async () => "C")).toBe("C");
});
