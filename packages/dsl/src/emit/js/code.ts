/** Pieces of JavaScript text that know how strongly they bind, so that brackets stand only where they are needed. */

/** The binding strengths that generated code uses, weakest first. */
export const strength = {
  choice: 0,
  or: 1,
  and: 2,
  equality: 3,
  relation: 4,
  sum: 5,
  product: 6,
  prefix: 7,
  atom: 8,
} as const;

/** An expression without side effects, except that BigInt operations and divisions by zero may throw. */
export interface Code {
  readonly text: string;
  /** One of `strength`. */
  readonly binds: number;
}

/** A name, a literal, a call or an access. */
export function atom(text: string): Code {
  return { text, binds: strength.atom };
}

/** The text, in brackets if it binds less than `least`. */
export function enclose(code: Code, least: number): string {
  return code.binds < least ? `(${code.text})` : code.text;
}

/** Whether using the code twice costs and says no more than a name would. */
export function isName(code: Code): boolean {
  return /^(?:[\w$]+|-\d+)$/.test(code.text);
}

/** `condition ? consequent : alternative`, chained without brackets on the right. */
export function choice(condition: Code, consequent: Code, alternative: Code): Code {
  return {
    text: `${enclose(condition, strength.or)} ? ${enclose(consequent, strength.or)} : ${alternative.text}`,
    binds: strength.choice,
  };
}

/** An integer literal of either kind. */
export function integerLiteral(value: bigint, big: boolean): Code {
  return { text: `${value}${big ? 'n' : ''}`, binds: value < 0n ? strength.prefix : strength.atom };
}

/** A text literal. JSON is a subset of JavaScript, and lone surrogates come out escaped. */
export function textLiteral(text: string): string {
  return JSON.stringify(text);
}

/** Text made harmless for the inside of a comment of either form. */
export function commentText(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what this removes
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').replaceAll('*/', '* /');
}
