import pino from "pino";

/** Log lines carry ids, counts and codes; never a name, a mail address, typed text or a token. */
export type Log = Pick<pino.Logger, "debug" | "info" | "warn" | "error">;

/** Fields that would hold personal data are cut out even where somebody logs them by mistake. */
const PERSONAL_FIELDS = ["name", "email", "recipient", "password", "token", "props", "text", "html", "query"];

/** `sink`: where the lines go; standard output unless a test reads them. */
export function createLog(level: string, sink?: pino.DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: PERSONAL_FIELDS.flatMap((field) => [field, `*.${field}`]),
      censor: "[removed]",
    },
    serializers: { error: describeError },
  };
  return sink ? pino(options, sink) : pino(options);
}

/**
 * What of an error may be logged: its class, code and stack without the message (messages can quote typed values). The
 * log does this itself to whatever stands under `error`.
 */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = (error as { code?: unknown }).code;
  return {
    type: error.name,
    ...(typeof code === "string" || typeof code === "number" ? { code } : {}),
    at: (error.stack ?? "")
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8)
      .map((line) => line.trim()),
  };
}
