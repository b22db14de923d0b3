import { type CoveragePoint, type Locale, type Message, pointKinds } from '@assess/dsl';
import { type CoveredFile, percentOf, showPercent } from './coverage-summary.ts';

/** Coverage over the text of the policies, as one page that needs nothing else and can be printed. */
export function* coverageHtml(files: readonly CoveredFile[], locale: Locale): Generator<string> {
  const title: Message = { zh: '测试覆盖', en: 'Test coverage' };
  yield `<!doctype html>\n<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}">\n<head>\n<meta charset="utf-8">\n`;
  yield `<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${title[locale]}</title>\n`;
  yield `<style>${style}</style>\n</head>\n<body>\n<h1>${title[locale]}</h1>\n`;
  yield `<p class="legend">${legend[locale]}</p>\n`;
  for (const file of files) yield* fileSection(file, locale);
  yield '</body>\n</html>\n';
}

const legend: Message = {
  zh: '<span class="all">测试到过该行的全部结果</span> <span class="some">到过一部分</span> <span class="none">没有到过</span>；右边列出没有到过的。',
  en: '<span class="all">all outcomes of the line were reached</span> <span class="some">some</span> <span class="none">none</span>; on the right, what was not.',
};

function* fileSection({ path, points, texts }: CoveredFile, locale: Locale): Generator<string> {
  yield `<h2>${escape(path)} <small>${showPercent(percentOf(points))}</small></h2>\n<table class="kinds"><tbody>\n`;
  for (const [kind, own] of Map.groupBy(
    points.filter(({ counted }) => counted),
    (point) => point.kind,
  )) {
    const reached = own.filter(({ hits }) => hits > 0).length;
    yield `<tr><th scope="row">${pointKinds[kind][locale]}</th><td>${reached} / ${own.length}</td><td>${showPercent(percentOf(own))}</td></tr>\n`;
  }
  yield '</tbody></table>\n';
  for (const [name, text] of texts) {
    if (name !== null) yield `<h3>${escape(name)}</h3>\n`;
    const own = Map.groupBy(
      points.filter(({ place }) => place.file === name),
      ({ place }) => place.line,
    );
    yield '<table class="text"><tbody>\n';
    for (const [index, line] of text.split(/\r\n|[\n\r\u2028\u2029]/u).entries())
      yield lineRow(index + 1, line, own.get(index + 1) ?? [], locale);
    yield '</tbody></table>\n';
  }
}

function lineRow(number: number, text: string, points: readonly CoveragePoint[], locale: Locale): string {
  const counted = points.filter(({ counted: counts }) => counts);
  const missed = counted.filter(({ hits }) => hits === 0);
  const state =
    counted.length === 0 ? '' : missed.length === 0 ? 'all' : missed.length === counted.length ? 'none' : 'some';
  const exact = points.filter((point) => !point.counted && point.hits === 0);
  const notes = [...missed, ...exact].map(
    (point) =>
      `<li${point.counted ? '' : ' class="uncounted"'}>${point.goal[locale]}${locale === 'zh' ? '：' : ': '}${escape(point.text)}</li>`,
  );
  const list = notes.length === 0 ? '' : `<ul>${notes.join('')}</ul>`;
  return `<tr id="L${number}" class="${state}"><th scope="row">${number}</th><td><pre>${escape(text)}</pre></td><td class="notes">${list}</td></tr>\n`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const style = `
:root { color-scheme: light; font-family: system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
body { margin: 2rem auto; max-width: 90rem; padding: 0 1rem; color: #1a1a1a; background: #fff; }
small { color: #555; font-weight: normal; }
table { border-collapse: collapse; }
.kinds th, .kinds td { text-align: left; padding: .15rem 1rem .15rem 0; font-weight: normal; }
.text { width: 100%; table-layout: fixed; font-size: .9rem; }
.text th { width: 3rem; text-align: right; padding-right: .6rem; color: #666; font-weight: normal; vertical-align: top; }
.text td { vertical-align: top; }
.text pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font-family: ui-monospace, "Noto Sans Mono CJK SC", monospace; }
.notes { width: 28rem; padding-left: 1rem; font-size: .8rem; }
.notes ul { margin: 0; padding-left: 1rem; }
.uncounted { color: #666; list-style: circle; }
.all pre, span.all { background: #e3f4e3; border-left: .3rem solid #2e7d32; padding-left: .4rem; }
.some pre, span.some { background: #fff4d6; border-left: .3rem double #b26a00; padding-left: .4rem; }
.none pre, span.none { background: #fde4e1; border-left: .3rem dashed #b71c1c; padding-left: .4rem; }
@media print { body { margin: 0; max-width: none; } .text { font-size: .7rem; } tr { break-inside: avoid; } * { print-color-adjust: exact; } }
`;
