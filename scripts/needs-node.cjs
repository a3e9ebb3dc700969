// Every script of npm goes through this first, in a form that old Nodes read: those that run our code or a tool that
// needs a new one. npm puts the Node of the package "node" first; without its install script there is none.
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
      ' or newer is needed, and this is ' +
      present +
      '. `npm ci` installs the right one in this folder; where it ran without install scripts, run: npm rebuild node --ignore-scripts=false\n',
  );
  process.exit(2);
}
