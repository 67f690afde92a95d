// Runs the command once and keeps what V8 compiled for it. A process of its own: the cache must not know of the build.
const {writeFileSync} = require('node:fs');
const {script} = require('../dist/cli/main.js');

process.on('exit', () => {
  const {version, platform, arch} = process;
  writeFileSync(`dist/cli/callmill-${version}-${platform}-${arch}.cache`, script.createCachedData());
});
