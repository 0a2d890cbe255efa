// Stands in for the validator that the form library's test helper asks for. Nothing calls it: it would compile code at run time,
// which the page's policy forbids. `interpreted-validator.ts` is the one in use.
// biome-ignore lint/style/noDefaultExport: the import it replaces is a default import
export default undefined;
