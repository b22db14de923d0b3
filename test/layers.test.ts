/**
 * The shape of the house as data, held against the import lines of the sources. A line that breaks it is either in the
 * wrong room or a reason to change the table here, in the open.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What each package may import of ours: runtime ← dsl ← lsp ← cli. */
const packages: Record<string, readonly string[]> = {
  runtime: [],
  dsl: ['runtime'],
  lsp: ['dsl'],
  cli: ['runtime', 'dsl', 'lsp'],
};

/** What each folder of dsl/src may import: folders beside it, and `@assess/runtime`. */
const dslFolders: Record<string, readonly string[]> = {
  source: [],
  vocabulary: [],
  diagnostics: ['source'],
  ast: ['source'],
  syntax: ['source', 'vocabulary', 'diagnostics', 'ast'],
  symbols: ['source', 'diagnostics', 'ast', '@assess/runtime'],
  compose: ['source', 'diagnostics', 'ast', 'syntax', 'symbols'],
  types: ['source', 'vocabulary', '@assess/runtime'],
  check: ['source', 'diagnostics', 'ast', 'syntax', 'symbols', 'compose', 'types', '@assess/runtime'],
  query: ['source', 'vocabulary', 'ast', 'syntax', 'symbols', 'types', 'check', '@assess/runtime'],
  ir: ['source', 'diagnostics', 'ast', 'symbols', 'types', 'check', '@assess/runtime'],
  interpret: ['source', 'types', 'ir', '@assess/runtime'],
  testing: [
    'source',
    'vocabulary',
    'ast',
    'compose',
    'symbols',
    'types',
    'check',
    'ir',
    'interpret',
    '@assess/runtime',
  ],
  emit: ['source', 'diagnostics', 'types', 'ir', '@assess/runtime'],
  compare: ['source', 'diagnostics', 'types', 'check', 'ir'],
  format: ['source', 'vocabulary', 'diagnostics', 'ast', 'syntax'],
};

/** The modules beside the folders of dsl/src: they may import anything below, and no folder imports them. */
const dslTopLevel = ['index.ts', 'compile.ts', 'catalogue.ts'];

/** Where a dependency that would spread by itself is kept; packages/<name>/src/<folder> or a package as a whole. */
const keptIn: Record<string, readonly string[]> = {
  chevrotain: ['dsl/syntax'],
  prettier: ['dsl/format', 'dsl/index.ts'],
  // Only the command line and the language server know a process, a file or a protocol.
  'node:': ['lsp', 'cli'],
};

/** Files above this many lines want a reason. */
const longFileLines = 400;

/** The reason of each file that is longer, by its path from packages/. */
const longFiles: Record<string, string> = {
  'dsl/src/ast/nodes.ts': 'every kind of node, a few lines each: the language at one look, and nothing that runs',
};

/** Names that say nothing about what is inside. */
const emptyNames = new Set(['common', 'helper', 'helpers', 'misc', 'shared', 'util', 'utils']);

interface Import {
  /** As written between the quotes. */
  readonly from: string;
  readonly line: number;
}

interface SourceText {
  /** From packages/, with forward slashes: `dsl/src/ast/nodes.ts`. */
  readonly path: string;
  readonly package: string;
  /** The folder beside `index.ts` that the file is in, or the file's own name if it is there itself. */
  readonly room: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const sources = readSources();

function readSources(): SourceText[] {
  const base = `${root}/packages`;
  return Object.keys(packages).flatMap((name) => {
    const folder = `${base}/${name}/src`;
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => {
        const path = relative(base, `${entry.parentPath}/${entry.name}`).split(sep).join('/');
        const text = readFileSync(`${base}/${path}`, 'utf8');
        return { path, package: name, room: roomOf(path), text, imports: importsOf(text) };
      });
  });
}

function roomOf(path: string): string {
  return path.split('/')[2] ?? '';
}

/**
 * The import and re-export statements of a module, which the formatter keeps at the left margin (so that code inside a
 * template literal is not taken for one), and `import(…)` wherever it stands.
 */
function importsOf(text: string): Import[] {
  const statements =
    /^(?:import|export)\b(?:[^'"`;=()]*?\bfrom)?\s*['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]/gm;
  return [...text.matchAll(statements)].map((match) => ({
    from: match[1] ?? match[2] ?? '',
    line: text.slice(0, match.index).split('\n').length,
  }));
}

/** The path (from packages/) that a relative import means. */
function target(source: SourceText, { from }: Import): string {
  return posix.join(posix.dirname(source.path), from);
}

/** One line for each import that `objection` objects to, so that a failure names every place to mend. */
function objections(objection: (source: SourceText, each: Import) => string | undefined): string[] {
  return sources.flatMap((source) =>
    source.imports.flatMap((each) => {
      const reason = objection(source, each);
      return reason === undefined ? [] : [`${source.path}:${each.line} imports ${each.from}: ${reason}`];
    }),
  );
}

describe('the reader of import lines', () => {
  test('finds every form and nothing inside other text', () => {
    const text = [
      `import a, { type B } from './a.ts';`,
      `import {`,
      `  c,`,
      `} from "./c.ts";`,
      `import type { D } from '@assess/runtime';`,
      `import './e.ts';`,
      `export * from './f.ts';`,
      `export const g = 'from';`,
      `const h = await import('./h.ts');`,
      `  const code = \`import i from './i.ts'\`;`,
      `// import j from './j.ts'`,
    ].join('\n');
    expect(importsOf(text)).toEqual([
      { from: './a.ts', line: 1 },
      { from: './c.ts', line: 2 },
      { from: '@assess/runtime', line: 5 },
      { from: './e.ts', line: 6 },
      { from: './f.ts', line: 7 },
      { from: './h.ts', line: 9 },
    ]);
  });

  test('meets the sources of every package', () => {
    expect(new Set(sources.map((source) => source.package))).toEqual(new Set(Object.keys(packages)));
  });
});

describe('packages', () => {
  test('import each other in one direction', () => {
    expect(
      objections((source, { from }) => {
        const [, name] = /^@assess\/([^/]+)/.exec(from) ?? [];
        if (name === undefined || packages[source.package]?.includes(name)) return undefined;
        return `${source.package} may not import ${name}`;
      }),
    ).toEqual([]);
  });

  test('import each other by name alone', () => {
    expect(
      objections((source, each) => {
        if (/^@assess\/[^/]+\//.test(each.from)) return 'a deep path into a package';
        const outside = each.from.startsWith('.') && !target(source, each).startsWith(`${source.package}/src/`);
        return outside ? 'a relative path out of the package' : undefined;
      }),
    ).toEqual([]);
  });

  test('declare what they may import and no more', () => {
    const declared = Object.keys(packages).map((name) => {
      const manifest = JSON.parse(readFileSync(`${root}/packages/${name}/package.json`, 'utf8')) as {
        dependencies?: Record<string, string>;
      };
      const ours = Object.keys(manifest.dependencies ?? {}).filter((each) => each.startsWith('@assess/'));
      return [name, ours.map((each) => each.slice('@assess/'.length)).toSorted()];
    });
    const allowed = Object.entries(packages).map(([name, names]) => [name, names.toSorted()]);
    expect(Object.fromEntries(declared)).toEqual(Object.fromEntries(allowed));
  });

  test('keep their dependencies in one place', () => {
    expect(
      objections((source, { from }) => {
        const kept = Object.entries(keptIn).find(
          ([name]) => from === name || from.startsWith(name.endsWith(':') ? name : `${name}/`),
        );
        if (kept === undefined) return undefined;
        const places = [source.package, `${source.package}/${source.room}`];
        return kept[1].some((place) => places.includes(place)) ? undefined : `kept in ${kept[1].join(', ')}`;
      }),
    ).toEqual([]);
  });
});

describe('folders of dsl/src', () => {
  const dsl = sources.filter((source) => source.package === 'dsl');

  test('are all in the table', () => {
    const known = new Set([...Object.keys(dslFolders), ...dslTopLevel]);
    expect(dsl.filter((source) => !known.has(source.room)).map((source) => source.path)).toEqual([]);
  });

  test('import what the table allows', () => {
    expect(
      objections((source, each) => {
        const allowed = source.package === 'dsl' ? dslFolders[source.room] : undefined;
        if (allowed === undefined) return undefined;
        const room = each.from.startsWith('.') ? roomOf(target(source, each)) : each.from;
        if (room === source.room || allowed.includes(room)) return undefined;
        if (!each.from.startsWith('.') && !each.from.startsWith('@assess/')) return undefined;
        return `${source.room} may import ${allowed.join(', ') || 'nothing'}`;
      }),
    ).toEqual([]);
  });

  test('cannot circle by the table', () => {
    const edges = Object.entries(dslFolders).map(([name, names]) => [name, new Set(names)] as const);
    expect(findCycle(new Map(edges))).toEqual([]);
  });
});

describe('every package', () => {
  test.each(Object.keys(packages))('%s has no cycle between its folders', (name) => {
    const edges = new Map<string, Set<string>>();
    for (const source of sources.filter((each) => each.package === name)) {
      const reached = edges.get(source.room) ?? new Set();
      edges.set(source.room, reached);
      for (const each of source.imports) {
        const room = each.from.startsWith('.') ? roomOf(target(source, each)) : source.room;
        if (room !== source.room) reached.add(room);
      }
    }
    expect(findCycle(edges)).toEqual([]);
  });

  test('imports files that are there, by their whole name', () => {
    expect(
      objections((source, each) => {
        if (!each.from.startsWith('.') || existsSync(`${root}/packages/${target(source, each)}`)) return undefined;
        return 'no such file';
      }),
    ).toEqual([]);
  });

  test('has one index and no other barrel', () => {
    const barrels = sources.filter(({ path, room, text }) => {
      if (room === 'index.ts') return false;
      return posix.basename(path) === 'index.ts' || holdsOnlyReExports(text);
    });
    expect(barrels.map((source) => source.path)).toEqual([]);
  });

  test('has no name that says nothing', () => {
    const nameless = sources.filter(({ path }) =>
      path.split('/').some((part) => emptyNames.has(part.replace(/\.ts$/, ''))),
    );
    expect(nameless.map((source) => source.path)).toEqual([]);
  });

  test('has a reason for every long file', () => {
    const long = sources.filter(({ text }) => text.trimEnd().split('\n').length > longFileLines);
    // The same list both ways: a reason that is no longer needed goes.
    expect(long.map((source) => source.path).toSorted()).toEqual(Object.keys(longFiles).toSorted());
  });
});

function holdsOnlyReExports(text: string): boolean {
  const code = text.replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '').trim();
  return code !== '' && code.replaceAll(/^export\b[^'"`;=()]*?\bfrom\s*['"][^'"\n]+['"];?/gm, '').trim() === '';
}

/** The names on one cycle of the graph, the first again at the end; empty if there is none. */
function findCycle(edges: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const finished = new Set<string>();
  const visit = (name: string, path: readonly string[]): string[] => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (finished.has(name)) return [];
    for (const next of edges.get(name) ?? []) {
      const cycle = visit(next, [...path, name]);
      if (cycle.length > 0) return cycle;
    }
    finished.add(name);
    return [];
  };
  for (const name of edges.keys()) {
    const cycle = visit(name, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
