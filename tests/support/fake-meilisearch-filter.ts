/** Filter expressions as the documentation of Meilisearch describes them: =, IN, AND, OR, NOT, parentheses. */
export type FakeRecord = Record<string, unknown>;
export type Test = (record: FakeRecord) => boolean;

export class FilterError extends Error {}

const TOKEN = /\s*(?:(\(|\)|\[|\]|,|=)|"((?:[^"\\]|\\.)*)"|([^\s()[\],="]+))/gy;

type Token = { sign?: string; text?: string; isQuoted: boolean };

function tokensOf(expression: string): Token[] {
  const tokens: Token[] = [];
  const end = expression.trimEnd().length;
  for (let at = 0; at < end; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(expression);
    if (!found) throw new FilterError(`unexpected characters at ${at}`);
    const [, sign, quoted, bare] = found;
    if (sign !== undefined) tokens.push({ sign, isQuoted: false });
    else if (quoted !== undefined) tokens.push({ text: quoted.replaceAll(/\\(.)/g, "$1"), isQuoted: true });
    else tokens.push({ text: bare!, isQuoted: false });
  }
  return tokens;
}

/** A value as the text that it is compared as; "" for what is no text, number or truth value. */
export function textOf(value: unknown): string {
  return ["string", "number", "boolean"].includes(typeof value)
    ? `${value as string | number | boolean}`
    : "";
}

/** The values of each attribute as they are compared; a record is never changed, only replaced. */
const compared = new WeakMap<FakeRecord, Map<string, ReadonlySet<string>>>();

/** Compares as the server does: without regard to case, any value of a list. */
function holds(record: FakeRecord, attribute: string, wanted: string): boolean {
  let attributes = compared.get(record);
  if (!attributes) compared.set(record, (attributes = new Map()));
  let values = attributes.get(attribute);
  if (!values) {
    const given = [record[attribute]].flat(9).filter((value) => value !== undefined && value !== null);
    attributes.set(attribute, (values = new Set(given.map((value) => textOf(value).toLowerCase()))));
  }
  return values.has(wanted);
}

export function parseFilter(expression: string, isFilterable: (attribute: string) => boolean): Test {
  if (expression.trim() === "") return () => true;
  const tokens = tokensOf(expression);
  let at = 0;
  let comparisons = 0;
  const isWord = (word: string) => tokens[at]?.text === word && !tokens[at]!.isQuoted;
  const take = (sign: string) => {
    if (tokens[at]?.sign !== sign) throw new FilterError(`expected ${sign}`);
    at += 1;
  };
  const value = () => {
    const text = tokens[at]?.text;
    if (text === undefined) throw new FilterError("expected a value");
    at += 1;
    return text;
  };
  const primary = (): Test => {
    if (tokens[at]?.sign === "(") {
      take("(");
      const inner = either();
      take(")");
      return inner;
    }
    const attribute = value();
    if (!isFilterable(attribute)) throw new FilterError(`attribute ${attribute} is not filterable`);
    if ((comparisons += 1) > 2_000) throw new FilterError("too many filter conditions");
    if (isWord("IN")) {
      at += 1;
      take("[");
      const wanted: string[] = [];
      while (tokens[at]?.sign !== "]") {
        wanted.push(value().toLowerCase());
        if (tokens[at]?.sign === ",") at += 1;
      }
      take("]");
      return (record) => wanted.some((one) => holds(record, attribute, one));
    }
    take("=");
    const wanted = value().toLowerCase();
    return (record) => holds(record, attribute, wanted);
  };
  const negation = (): Test => {
    if (!isWord("NOT")) return primary();
    at += 1;
    const inner = negation();
    return (record) => !inner(record);
  };
  const both = (): Test => {
    const parts = [negation()];
    while (isWord("AND")) {
      at += 1;
      parts.push(negation());
    }
    return (record) => parts.every((part) => part(record));
  };
  const either = (): Test => {
    const parts = [both()];
    while (isWord("OR")) {
      at += 1;
      parts.push(both());
    }
    return (record) => parts.some((part) => part(record));
  };
  const test = either();
  if (at < tokens.length) throw new FilterError("more than one expression");
  return test;
}
