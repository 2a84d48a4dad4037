package no.opptrapping.platform.badexamples.missing.money;

/** Lives in a room that is named. */
class Award {}
