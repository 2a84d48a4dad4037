/** How a municipality is reached and who may act for it: language form, contact points, suppliers and hosts. */
@NullMarked
package no.opptrapping.municipality.representation;

import org.jspecify.annotations.NullMarked;
