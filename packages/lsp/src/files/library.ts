import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The folder of the parts that ship with the toolkit, which policies name with `库:`: `library` in an installed package, where
 * packing puts it, else the one in the repository.
 */
export function libraryFolder(): string {
  const installed = fileURLToPath(new URL('../../library', import.meta.url));
  if (existsSync(installed)) return installed;
  return fileURLToPath(new URL('../../../../policies/library', import.meta.url));
}
