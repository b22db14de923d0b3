import type { Context } from '../context.ts';
export async function lsp(this: Context): Promise<void> {}
