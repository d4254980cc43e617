import { z } from "zod";
import { jst } from "../../platform/calendar.ts";
import { normaliseLine } from "../text/rules.ts";

const typed = z.string().catch("");

/** A time of day as people write it (13:00, 9時半, 9時30分, ９:３０, 1330) as HH:MM; null when it is none. */
export function readClockTime(text: string): string | null {
  const plain = normaliseLine(text).replaceAll(" ", "").replace("時半", "時30分").replace("正午", "12:00");
  const match = /^(午前|午後)?(\d{1,2})(?::|時|\.)?(\d{2})?分?$/.exec(plain);
  if (!match || (match[2]!.length === 1 && match[3] === undefined && !/時/.test(plain))) return null;
  const hour = Number(match[2]) + (match[1] === "午後" && Number(match[2]) < 12 ? 12 : 0);
  const minute = Number(match[3] ?? "0");
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** A time of day (JST) as HH:MM. */
export const clockTime = typed.transform((text, context) => {
  const message = normaliseLine(text) === "" ? "required" : "clock-time";
  const time = readClockTime(text);
  if (time) return time;
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

/** A time of day (JST) as HH:MM, or nothing (null). */
export const optionalClockTime = typed.transform((text, context) => {
  if (normaliseLine(text) === "") return null;
  const time = readClockTime(text);
  if (time) return time;
  context.addIssue({ code: "custom", message: "clock-time" });
  return z.NEVER;
});

/** The instant of a day and a time of day in Japan; null without a day. Where the time was left blank `usual` holds. */
export function momentOf(date: string | null, time: string | null, usual: string): Date | null {
  return date === null ? null : jst(date, time ?? usual);
}
