/** Timelines: how long a call took, from its deadline to the money, measured and not typed in. */
@NullMarked
package no.opptrapping.grant.timelines;

import org.jspecify.annotations.NullMarked;
