import { describe, expect, test } from "vitest";
import { corporateNumberCheckDigit, INDUSTRIES, isCorporateNumber, isManufacturing } from "./rules.ts";

describe("corporate numbers", () => {
  test.each(["7123456789012", "4011001098993", "2120901007402", "8000020130001"])(
    "%s has a right check digit",
    (number) => {
      expect(isCorporateNumber(number)).toBe(true);
      expect(corporateNumberCheckDigit(number.slice(1))).toBe(Number(number[0]));
    },
  );

  test.each(["7123456789013", "0123456789012", "712345678901", "71234567890123", "７123456789012", ""])(
    "%s is refused",
    (number) => {
      expect(isCorporateNumber(number)).toBe(false);
    },
  );
});

test("industry codes are unique and manufacturing is division E", () => {
  const codes = INDUSTRIES.map((industry) => industry.code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(isManufacturing("24")).toBe(true);
  expect(isManufacturing("39")).toBe(false);
});
