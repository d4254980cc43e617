import { z } from "zod";

/** The buttons of a booth's page. */
export const boothFormSchema = z.object({ intent: z.enum(["visit", "share", "unshare"], "choose") });
