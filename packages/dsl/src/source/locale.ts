/** The two languages in which the toolkit speaks. Chinese readers come first. */
export type Locale = 'zh' | 'en';

/** One text in both languages; the edge (command line, editor) picks one. */
export type Message = Readonly<Record<Locale, string>>;
