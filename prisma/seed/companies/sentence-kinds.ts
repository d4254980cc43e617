/**
 * Sentences of company descriptions by kind of work. {p} and {q} are products or services, {t} a technology, {a} the part
 * of town. A description is one sentence of `what`, one of `how` and one of CLOSINGS.
 */
export type Sentences = { what: string[]; how: string[]; day: string[]; catchphrases: string[] };
