// Fails when a committed API document breaks those who call as an older one says and CHANGELOG.md does not say so: it names
// the change between backquotes, `grant-service: POST /v1/calls sent /budget: must now be sent`, where * stands for
// anything, and then the reason. The older one is that of the commit BASE, else of where origin/main was left, else of HEAD^.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { breakingChanges } from './documents.mjs';
import { isWrittenDown, writtenDown } from './written-down.mjs';

const git = (...words) => execFileSync('git', words, { encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'ignore'] });
const commit = (name) => {
  try {
    return git('rev-parse', '--verify', '--quiet', `${name}^{commit}`).trim();
  } catch {
    return undefined;
  }
};

function base() {
  if (process.env.BASE) {
    const named = commit(process.env.BASE);
    if (!named) throw new Error(`There is no commit ${process.env.BASE}, which BASE names.`);
    return named;
  }
  const main = commit('origin/main');
  try {
    const left = main && git('merge-base', 'HEAD', main).trim();
    if (left && left !== commit('HEAD')) return left;
  } catch {
    // A clone that does not reach back so far.
  }
  return commit('HEAD^');
}

function older(from, file) {
  try {
    return git('show', `${from}:${file}`);
  } catch {
    return undefined;
  }
}

const from = base();
if (!from) {
  console.log('No API document is compared with an older one: this is the first commit, or a clone without the one before.');
  process.exit(0);
}
const written = writtenDown(readFileSync('CHANGELOG.md', 'utf8'));
const services = readdirSync('.').filter((name) => existsSync(`${name}/openapi.yaml`));
let unwritten = 0;
for (const service of services) {
  const before = older(from, `${service}/openapi.yaml`);
  if (!before) {
    console.log(`${service}: had no document in ${from.slice(0, 8)}.`);
    continue;
  }
  const changes = breakingChanges(parse(before), parse(readFileSync(`${service}/openapi.yaml`, 'utf8')));
  const missing = changes.map((change) => `${service}: ${change}`).filter((change) => !isWrittenDown(change, written));
  console.log(`${service}: changes since ${from.slice(0, 8)} that break a caller: ${changes.length}, not written down: ${missing.length}.`);
  missing.forEach((change) => console.error(`  ${change}`));
  unwritten += missing.length;
}
if (unwritten > 0) {
  console.error('Take them back, or name each in CHANGELOG.md between backquotes, with its reason.');
  process.exit(1);
}
