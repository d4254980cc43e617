import type { ReactNode } from "react";

type Tone = "neutral" | "blue" | "green" | "orange" | "red";

const tones: Record<Tone, string> = {
  neutral: "border-solid-gray-600 text-solid-gray-800 bg-white",
  blue: "border-key-900 text-key-900 bg-key-50",
  green: "border-success-2 text-success-2 bg-white",
  orange: "border-warning-orange-2 text-warning-orange-2 bg-white",
  red: "border-error-2 text-error-2 bg-white",
};

/** A short word about the state or kind of a thing. The word carries the meaning, the colour only helps. */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={`inline-block rounded-6 border px-2 py-0.5 text-dns-14B-130 whitespace-nowrap ${tones[tone]}`}
    >
      {children}
    </span>
  );
}
