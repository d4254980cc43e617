import { useRouteLoaderData } from "react-router";

/**
 * Loads the small module that checks the texts of marked fields while they are typed (public/wording.js). A page puts it
 * once behind its form and marks the form, a group or a field with `data-wording`; without the script nothing is missing.
 */
export function WordingScript() {
  const nonce = useRouteLoaderData<{ nonce: string }>("root")?.nonce;
  return <script type="module" src="/wording.js" nonce={nonce} />;
}
