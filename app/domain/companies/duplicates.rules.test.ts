import { describe, expect, test } from "vitest";
import {
  addressKey,
  compareBySigns,
  type DuplicateKeys,
  duplicateSigns,
  phoneKey,
} from "./duplicates.rules.ts";

describe("an address", () => {
  test.each([
    ["岩手県一関市千厩町千厩字北方１－２", "一関市千厩町千厩字北方1-2"],
    ["岩手県一関市大手町二丁目3番地4号", "一関市大手町2-3-4"],
    ["〒021-8501 一関市大手町2丁目3−4", "一関市大手町２丁目３番４号"],
    ["一関市山目字中野140番地の3", "一関市山目字中野140-3"],
    ["一関市山目十二丁目5", "一関市山目12-5"],
    ["一関市大手町2-3-4 大手ビル3階", "一関市大手町2-3-4"],
    ["宮城県栗原市金成大字有壁1", "栗原市金成有壁1"],
  ])("%s is the same place as %s", (one, other) => {
    expect(addressKey(one)).toBe(addressKey(other));
  });

  test.each([
    ["一関市大手町2-3", "一関市大手町23"],
    ["一関市大手町2-3-4", "一関市大手町2-3-5"],
    ["一関市三関字仲田1", "一関市二関字仲田1"],
  ])("%s is another place than %s", (one, other) => {
    expect(addressKey(one)).not.toBe(addressKey(other));
  });
});

test.each([
  ["0191-21-2111", "０１９１（２１）２１１１"],
  ["+81191212111", "0191212111"],
])("the telephone number %s is the same as %s", (one, other) => {
  expect(phoneKey(one)).toBe(phoneKey(other));
});

const keys = (changes: Partial<DuplicateKeys>): DuplicateKeys => ({
  number: null,
  name: "",
  reading: "",
  address: "",
  phone: "",
  ...changes,
});

describe("two companies", () => {
  test("that both left a field blank have nothing in common by it", () => {
    expect(duplicateSigns(keys({}), keys({}))).toEqual([]);
  });
  test("are compared by number, name, reading, address and telephone", () => {
    const all = keys({ number: "7123456789012", name: "a", reading: "b", address: "c1", phone: "1" });
    expect(duplicateSigns(all, all)).toEqual(["number", "name", "reading", "address", "phone"]);
    expect(duplicateSigns(all, keys({ number: "2120901007402", phone: "1" }))).toEqual(["phone"]);
  });
  test("in one quarter without a house number are not at one address", () => {
    expect(duplicateSigns(keys({ address: "一関市大手町" }), keys({ address: "一関市大手町" }))).toEqual([]);
  });
});

test("the same number weighs more than all the rest, and an address least", () => {
  const sorted = [
    ["address" as const],
    ["number" as const],
    ["name", "reading", "phone", "address"] as const,
  ];
  expect(sorted.toSorted((one, other) => compareBySigns(one, other))[0]).toEqual(["number"]);
  expect(sorted.toSorted((one, other) => compareBySigns(one, other)).at(-1)).toEqual(["address"]);
});
