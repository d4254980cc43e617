import { createContext } from "react-router";

/** What the pipeline decided before the router: null, a redirect, or a status that the root's error page puts into words. */
export const refusalContext = createContext<unknown>(null);
