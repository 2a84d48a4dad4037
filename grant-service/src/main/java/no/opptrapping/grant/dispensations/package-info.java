/** Dispensations: one municipality may apply after the deadline, by decision of two persons; outages of ours propose them. */
@NullMarked
package no.opptrapping.grant.dispensations;

import org.jspecify.annotations.NullMarked;
