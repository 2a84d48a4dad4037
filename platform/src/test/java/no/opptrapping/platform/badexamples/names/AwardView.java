package no.opptrapping.platform.badexamples.names;

/** What goes out is called Response. */
record AwardView(String reference) {}
