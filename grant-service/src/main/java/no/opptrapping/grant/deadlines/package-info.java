/** Deadlines by the Norwegian calendar. */
@NullMarked
package no.opptrapping.grant.deadlines;

import org.jspecify.annotations.NullMarked;
