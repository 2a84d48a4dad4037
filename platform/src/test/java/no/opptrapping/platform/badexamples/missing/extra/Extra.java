package no.opptrapping.platform.badexamples.missing.extra;

/** Lives in a room that nobody named. */
class Extra {}
