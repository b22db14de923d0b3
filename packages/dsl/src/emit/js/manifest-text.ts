import type { Program } from '../../ir/ir.ts';

/** The manifest as a constant of the module: JSON, with one entry of a list on a line. */
export function manifestText(manifest: Program['manifest']): string {
  const fields = Object.entries(manifest).map(([key, value]) => `  ${JSON.stringify(key)}: ${fieldText(value)}`);
  return `const manifest = {\n${fields.join(',\n')}\n};\n`;
}

function fieldText(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((each) => `    ${JSON.stringify(each)}`).join(',\n')}\n  ]`;
}
