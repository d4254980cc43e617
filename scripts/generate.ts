// Makes the generated database client when it is missing, for the tests that need no build.
import fs from "node:fs";
import { generateClient } from "./build.ts";

if (!fs.existsSync("generated/prisma")) generateClient();
