import { registrationStepWords } from "#app/locales/ja/company-registration.ts";

export type HistoryStep = {
  step: keyof typeof registrationStepWords;
  round: number;
  on: string;
  note: string;
};

/** What happened to an application, the first step first. Days are in words. */
export function RegistrationHistory({ steps }: { steps: readonly HistoryStep[] }) {
  return (
    <ol className="divide-y divide-solid-gray-420 border-y border-solid-gray-420">
      {steps.map((step, index) => (
        <li key={index} className="py-3">
          <p className="text-std-16B-170">{registrationStepWords[step.step](step.round)}</p>
          <p className="text-solid-gray-700">{step.on}</p>
          {step.note && <p className="mt-1 whitespace-pre-line">{step.note}</p>}
        </li>
      ))}
    </ol>
  );
}
