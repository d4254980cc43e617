import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { chromium } from "@playwright/test";

const KNOWN = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/** The browser for the tests: CHROMIUM_PATH, a system's own, Playwright's; on Debian as root it is installed. */
export function findChromium(): string {
  const candidates = [process.env["CHROMIUM_PATH"], ...KNOWN, playwrightsOwn()];
  const found = candidates.find((path) => path && fs.existsSync(path));
  if (found) return found;
  if (process.getuid?.() === 0 && fs.existsSync("/usr/bin/apt-get")) {
    console.log("No Chromium found: installing Debian's packages chromium and fonts-noto-cjk.");
    const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit", env: environment });
    execFileSync("apt-get", ["install", "-y", "-qq", "chromium", "fonts-noto-cjk"], {
      stdio: "inherit",
      env: environment,
    });
    return KNOWN[0]!;
  }
  throw new Error(
    "The browser tests need Chromium: install it with your system's packages, run `npx playwright install chromium`, or set CHROMIUM_PATH.",
  );
}

function playwrightsOwn(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}
