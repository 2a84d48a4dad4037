/** Stories of timelines. */
@NullMarked
package no.opptrapping.grant.timelines;

import org.jspecify.annotations.NullMarked;
