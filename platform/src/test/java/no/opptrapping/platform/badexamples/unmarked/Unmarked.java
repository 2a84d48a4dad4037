package no.opptrapping.platform.badexamples.unmarked;

/** In a package where null is not checked. */
class Unmarked {}
