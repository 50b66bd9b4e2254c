// Evaluates expressions in FHIRPath: reads [{expression, resource, release}] and writes the results in the same order.
const { readFileSync, writeFileSync } = require("node:fs");
const [home, from, to] = process.argv.slice(2);
const fhirpath = require(`${home}/src/fhirpath.js`);
const models = { R4: require(`${home}/fhir-context/r4`), R5: require(`${home}/fhir-context/r5`) };
const compiled = new Map();
const results = JSON.parse(readFileSync(from, "utf8")).map(({ expression, resource, release }) => {
  const key = `${release} ${expression}`;
  if (!compiled.has(key)) compiled.set(key, fhirpath.compile(expression, models[release]));
  return compiled.get(key)(resource, { resource });
});
writeFileSync(to, JSON.stringify(results));
