// Runs before every npm script, in a syntax that old versions of Node can read. npm puts the Node of the package "node"
// first in PATH; if its install script did not run, it is missing.
'use strict';

var needed = require('../package.json').engines.node.replace('>=', '');
var present = process.versions.node;

function isOlder(one, other) {
  var a = one.split('.').map(Number);
  var b = other.split('.').map(Number);
  var i;
  for (i = 0; i < b.length; i += 1) if (a[i] !== b[i]) return a[i] < b[i];
  return false;
}

if (isOlder(present, needed)) {
  process.stderr.write(
    'Node ' +
      needed +
      ' or newer is needed; this is ' +
      present +
      '. `npm ci` installs the right one in this folder. If it ran without install scripts, run: npm rebuild node --ignore-scripts=false\n',
  );
  process.exit(2);
}
