import { LineMap } from './line-map.ts';

/** One policy text with the name under which it is reported. The path is a label: nothing here reads a file. */
export class SourceFile {
  readonly path: string;
  readonly text: string;
  readonly lines: LineMap;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
    this.lines = new LineMap(text);
  }
}
