#!/usr/bin/env node
// What an old Node gets to read first: it keeps to syntax that an old Node can parse, says what is wrong, and leaves the rest
// to start.mjs. The least version is that of "engines" in package.json.

var version = process.versions.node.split('.').map(Number);

if (version[0] < 22 || (version[0] === 22 && version[1] < 18)) {
  process.stderr.write(
    'assess 需要 Node 22.18 或更高版本，当前是 ' +
      process.versions.node +
      '。请升级 Node 后再试。\n' +
      'assess needs Node 22.18 or newer, this is ' +
      process.versions.node +
      '. Upgrade Node and try again.\n',
  );
  process.exitCode = 69;
} else {
  void import('./start.mjs');
}
