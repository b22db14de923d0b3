// The one entry to every task: `node scripts/run.mjs <task> [arguments]`, and `npm run <task> -- [arguments]`.
//
// Nothing need be installed beforehand but Node >= 18 and npm: whatever is missing or out of date is set up first.
// This file is the one that an old Node gets to read, so it keeps to syntax that an old Node can parse, says what is
// wrong, and leaves the rest to tasks.mjs.

var major = Number(process.versions.node.split('.')[0]);

if (major < 18) {
  process.stderr.write(
    '需要 Node 18 或更高版本，当前是 ' +
      process.versions.node +
      '。请安装 Node 22 或更高版本后再试。\n' +
      'Node 18 or newer is needed, this is ' +
      process.versions.node +
      '. Install Node 22 or newer and try again.\n',
  );
  process.exitCode = 69;
} else {
  void import('./tasks.mjs').then(function (tasks) {
    return tasks.main(process.argv.slice(2));
  });
}
