// npm start. Plain JavaScript, so that an old Node can at least say what is missing.
const [major] = process.versions.node.split(".").map(Number);
if (major < 24) {
  console.error(
    `Jimoto runs on Node 24; this is ${process.version}. On Linux and Windows "npm ci" brings it along as a locked package.\n` +
      'On other systems install Node 24 (https://nodejs.org) and run "npm start" again.',
  );
  process.exit(1);
}
// React renders in its slow development mode unless told otherwise.
process.env.NODE_ENV ??= "production";
await import("./start.ts");
