import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { createLog, describeError } from "./log.server.ts";

/** What a log of this kind writes, as text. */
function written(act: (log: ReturnType<typeof createLog>) => void): string {
  let text = "";
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  act(createLog("debug", sink));
  return text;
}

test("personal data is cut out of a log line even where somebody passes it", () => {
  const line = written((log) =>
    log.info({ mailId: "m1", email: "taro@example.jp", user: { name: "太郎", token: "secret" } }, "sent"),
  );
  expect(line).toContain('"mailId":"m1"');
  for (const personal of ["taro@example.jp", "太郎", "secret"]) expect(line).not.toContain(personal);
});

test("an error is logged by its kind, code and place, never by its message, which may quote what was typed", () => {
  const error = Object.assign(new Error("duplicate key: taro@example.jp"), { code: "P2002" });
  const line = written((log) => log.error({ error }, "failed"));
  expect(line).toContain("P2002");
  expect(line).toContain("log.server.test.ts");
  expect(line).not.toContain("taro@example.jp");
  expect(JSON.stringify(describeError("typed text"))).not.toContain("typed text");
});
