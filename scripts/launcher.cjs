#!/usr/bin/env node
'use strict';
// Runs callmill.js with the code that V8 compiled when the package was built (docs/decisions/008-the-code-cache.md).
const {readFileSync} = require('node:fs');
const {Script} = require('node:vm');

const filename = `${__dirname}/callmill.js`;
const script = new Script(readFileSync(filename, 'latin1'), {
  filename,
  cachedData: read(`${__dirname}/callmill-${process.version}-${process.platform}-${process.arch}.cache`),
});
script.runInThisContext()(require, (name) => import(name));
// The build asks for the cache of the very script that ran.
exports.script = script;

/** Absent on any other Node: then it is compiled, as everything else is. */
function read(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
