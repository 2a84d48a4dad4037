/** Structure changes: who took over from whom, with which share, through the whole chain. */
@NullMarked
package no.opptrapping.municipality.lineage;

import org.jspecify.annotations.NullMarked;
