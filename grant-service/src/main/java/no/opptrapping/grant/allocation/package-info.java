/**
 * Allocation (<i>fordeling</i>): a budget divided, simulated, explained, compared and adopted by a second person. Its
 * rooms, each of which knows only those before it: the pure arithmetic in {@code engine}, what a run is computed from in
 * {@code inputs}, then {@code runs}, {@code explanations}, {@code comparison}, {@code sweeps} and {@code workbook}; what
 * is asked and answered over HTTP is beneath all of them in {@code rest}.
 */
@NullMarked
package no.opptrapping.grant.allocation;

import org.jspecify.annotations.NullMarked;
