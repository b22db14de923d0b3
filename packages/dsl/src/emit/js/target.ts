import type { Target } from '../target.ts';
import { emitJavaScript } from './emit-javascript.ts';

/** One JavaScript module with its declarations, for Node, browsers and everything else that imports ES modules. */
export const javascript: Target = {
  name: 'js',
  title: { zh: 'JavaScript 模块及类型声明', en: 'JavaScript module with type declarations' },
  emit(program, name, lines) {
    const { module, types } = emitJavaScript(program, lines);
    return [
      { name: `${name}.mjs`, text: module },
      { name: `${name}.d.mts`, text: types },
    ];
  },
};
