/** Framework allocations (rammetilskudd): what was earmarked, given without report and without recovery. */
@NullMarked
package no.opptrapping.grant.framework;

import org.jspecify.annotations.NullMarked;
