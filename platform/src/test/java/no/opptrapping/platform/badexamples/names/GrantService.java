package no.opptrapping.platform.badexamples.names;

/** Says nothing of what it does. */
class GrantService {}
