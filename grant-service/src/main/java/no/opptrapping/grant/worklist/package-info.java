/** The worklist: what waits for whom in the administration, and since when. */
@NullMarked
package no.opptrapping.grant.worklist;

import org.jspecify.annotations.NullMarked;
