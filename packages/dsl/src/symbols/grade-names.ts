import type { ByTableNode, NameNode, Node, StreakNode } from '../ast/nodes.ts';
import { isGrade } from './declare.ts';
import type { Declarations } from './declare.ts';
import { streakScale } from './histories.ts';
import { mainScale } from './main-scale.ts';
import type { NameReports } from './name-reports.ts';
import type { Scopes } from './scope.ts';
import type { Reference, Symbol } from './symbol.ts';

/** Which grade a name means: several scales may have grades of one name. */
export class GradeNames {
  readonly #declarations: Declarations;
  readonly #scopes: Scopes;
  readonly #reports: NameReports;
  readonly #references: Map<Node, Reference>;
  /** The scale whose chapter is being read. */
  #inside: Symbol | null = null;

  constructor(declarations: Declarations, scopes: Scopes, reports: NameReports, references: Map<Node, Reference>) {
    this.#declarations = declarations;
    this.#scopes = scopes;
    this.#reports = reports;
    this.#references = references;
  }

  /** Reads the chapter of a scale: effects in it are on that scale, anywhere else on the main one. */
  within(scale: Symbol | null, read: () => void): void {
    this.#inside = scale;
    read();
    this.#inside = null;
  }

  /** A grade, or an outcome beside the grades, of a scale; reported where the scale has none of the name. */
  resolve(name: NameNode, scale: Symbol | null): void {
    const found = scale === null ? null : this.#gradeOf(name.text, scale);
    if (found !== null) {
      this.#references.set(name, { symbol: found, through: null });
      return;
    }
    const grades = this.#declarations.symbols.filter((each) => isGrade(each) && each.owner === scale);
    this.#reports.unknownGrade(
      name,
      grades.map((each) => each.name),
    );
  }

  /** A grade of the main scale if it has one of this name, else of the first that has. */
  resolveAnywhere(name: NameNode): void {
    const main = mainScale(this.#declarations);
    const isMain = main !== null && this.#gradeOf(name.text, main) !== null;
    this.resolve(name, isMain ? main : (this.#scopes.anywhere(name.text, isGrade)?.owner ?? main));
  }

  /** The grades of `连续2年 不合格`, which reads the earlier grades of their scale. */
  resolveStreak(node: StreakNode): void {
    for (const grade of node.grades) {
      if (this.#inside === null) this.resolveAnywhere(grade);
      else this.resolve(grade, this.#inside);
    }
    const scale = streakScale(node, this.#inside, this.#declarations);
    const history = scale === null ? undefined : this.#declarations.histories.get(scale);
    const symbol = history === undefined ? undefined : this.#declarations.declared.get(history.field);
    if (symbol !== undefined) this.#references.set(node, { symbol, through: null });
  }

  /** What 定为 or 最高评为 names: a grade, or something that has the name of one for its value. */
  resolveNamed(name: NameNode, place: Symbol | null): void {
    const scale = this.#scale();
    if (scale === null || this.#gradeOf(name.text, scale) === null) {
      const found = this.#scopes.bare(name.text, place);
      if (found.found === 'one') {
        this.#references.set(name, found.reference);
        return;
      }
    }
    this.resolve(name, scale);
  }

  /** The values of `按 安全等级 { 甲 优秀；其余 合格 }`. */
  resolveValues({ rows }: ByTableNode): void {
    for (const { value } of rows) {
      const [name] = value.kind === 'path' ? value.names : [];
      if (name?.kind !== 'name') continue;
      this.resolve(name, this.#scale());
      const found = this.#references.get(name);
      if (found !== undefined) this.#references.set(value, found);
    }
  }

  /** The scale that effects at this place act on. */
  #scale(): Symbol | null {
    return this.#inside ?? mainScale(this.#declarations);
  }

  #gradeOf(name: string, scale: Symbol): Symbol | null {
    return this.#scopes.anywhere(name, (each) => isGrade(each) && each.owner === scale);
  }
}
