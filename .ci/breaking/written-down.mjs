// The changes that CHANGELOG.md names: between backquotes, beginning with a service, followed by a colon and the reason.

/** Their patterns. One without a reason does not count. */
export function writtenDown(changelog) {
  return [...changelog.replaceAll(/\s*\n\s+/g, ' ').matchAll(/`([a-z]+-service: [^`]+)`: +\S/g)].map(
    ([, change]) => new RegExp(`^${change.split('*').map(escaped).join('.*')}$`),
  );
}

export function isWrittenDown(change, patterns) {
  return patterns.some((pattern) => pattern.test(change));
}

function escaped(text) {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
