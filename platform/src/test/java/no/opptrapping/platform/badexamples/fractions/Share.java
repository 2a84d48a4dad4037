package no.opptrapping.platform.badexamples.fractions;

/** Half a krone. */
record Share(double kroner) {}
