/** Public on purpose: printed at start and in the README. Production refuses a database that holds these accounts. */
export const DEMO_PASSWORD = "jimoto-demo-2024";

export const DEMO_ACCOUNTS = [
  { role: "student", email: "student@demo.example" },
  { role: "teacher", email: "teacher@demo.example" },
  { role: "company", email: "company@demo.example" },
  { role: "staff", email: "staff@demo.example" },
  { role: "admin", email: "admin@demo.example" },
] as const;
