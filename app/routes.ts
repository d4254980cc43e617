import { index, type RouteConfig, route } from "@react-router/dev/routes";

// Every URL of the portal, one line each: the table of contents. Who may enter and the title stand in each file's handle.
export default [
  // Public reading
  index("routes/public/home.tsx"),
  route("search", "routes/public/search.tsx"),
  route("companies", "routes/public/companies.tsx"),
  route("companies/:slug", "routes/public/company.tsx"),
  route("alerts", "routes/public/alerts.tsx"),
  route("alerts/confirmation", "routes/public/alerts-confirmation.tsx"),
  route("alerts/end", "routes/public/alerts-end.tsx"),
  route("saved", "routes/public/saved.tsx"),
  route("compare", "routes/public/compare.tsx"),
  route("companies/:slug/parents", "routes/public/company-parents.tsx"),
  route("manufacturing", "routes/public/manufacturing.tsx"),
  route("internships", "routes/public/internships.tsx"),
  route("internships/:id", "routes/public/internship.tsx"),
  route("events", "routes/public/events.tsx"),
  route("events/:id", "routes/public/event.tsx"),
  route("events/:id/registration", "routes/public/event-registration.tsx"),
  route("indicators", "routes/public/indicators.tsx"),
  route("indicators/:id", "routes/public/indicator.tsx"),
  route("newsletter", "routes/public/newsletter.tsx"),
  route("newsletter/confirmation", "routes/public/newsletter-confirmation.tsx"),
  route("newsletter/unsubscription", "routes/public/newsletter-unsubscription.tsx"),
  route("privacy", "routes/public/privacy.tsx"),
  route("accessibility", "routes/public/accessibility.tsx"),
  route("open-data", "routes/public/open-data.tsx"),

  // Accounts
  route("login", "routes/public/login.tsx"),
  route("logout", "routes/public/logout.tsx"),
  route("register", "routes/public/register.tsx"),
  route("register/company", "routes/public/register-company.tsx"),
  route("register/confirmation", "routes/public/register-confirmation.tsx"),
  route("password/forgotten", "routes/public/password-forgotten.tsx"),
  route("password/reset", "routes/public/password-reset.tsx"),

  // Students and everybody with an account
  route("me", "routes/student/me.tsx"),
  route("me/registrations/:id", "routes/student/registration.tsx"),

  // Schools
  route("school", "routes/school/home.tsx"),

  // Companies
  route("company", "routes/company/home.tsx"),
  route("company/profile", "routes/company/profile.tsx"),
  route("company/photos", "routes/company/photos.tsx"),
  route("company/registration", "routes/company/registration.tsx"),
  route("company/history", "routes/company/history.tsx"),
  route("company/publication", "routes/company/publication.tsx"),
  route("company/members", "routes/company/members.tsx"),
  route("company/invitation", "routes/company/invitation.tsx"),
  route("company/confirmation", "routes/public/company-confirmation.tsx"),

  // Staff
  route("staff", "routes/staff/home.tsx"),
  route("staff/approvals", "routes/staff/approvals.tsx"),
  route("staff/approvals/:revisionId", "routes/staff/approval.tsx"),
  route("staff/registrations/:companyId", "routes/staff/registration.tsx"),
  route("staff/companies", "routes/staff/companies.tsx"),
  route("staff/companies/:companyId", "routes/staff/company.tsx"),
  route("staff/companies/:companyId/publication", "routes/staff/company-publication.tsx"),
  route("staff/events", "routes/staff/events.tsx"),
  route("staff/events/:id", "routes/staff/event.tsx"),
  route("staff/indicators", "routes/staff/indicators.tsx"),
  route("staff/newsletter", "routes/staff/newsletter.tsx"),
  route("staff/newsletter/:id", "routes/staff/campaign.tsx"),
  route("staff/wording", "routes/staff/wording.tsx"),
  route("staff/freshness", "routes/staff/freshness.tsx"),
  route("staff/mail", "routes/staff/mail.tsx"),
  route("staff/mail/:id", "routes/staff/mail-message.tsx"),
  route("staff/search/words", "routes/staff/search-words.tsx"),
  route("staff/accounts", "routes/staff/accounts.tsx"),

  // Machines
  route("search/suggestions", "routes/api/search-suggestions.ts"),
  route("events.ics", "routes/api/events-calendar.ts"),
  route("events/:id/calendar.ics", "routes/api/event-calendar.ts"),
  route("media/:key/:width", "routes/api/media.ts"),
  route("api/v1/companies", "routes/api/open-companies.ts"),
  route("api/v1/companies/:slug", "routes/api/open-company.ts"),
  route("api/v1/openapi.json", "routes/api/openapi.ts"),
  route("api/*", "routes/api/open-data-missing.ts"),
  route("companies.atom", "routes/api/companies-feed.ts"),
  route("feed.atom", "routes/api/feed.ts"),
  route("sitemap.xml", "routes/api/sitemap.ts"),
  route("robots.txt", "routes/api/robots.ts"),
  route("api/wording", "routes/api/wording.ts"),
  route("healthz", "routes/api/healthz.ts"),
  route("readyz", "routes/api/readyz.ts"),

  route("*", "routes/public/not-found.tsx"),
] satisfies RouteConfig;
