/** Known bad: a room that has no place among the others. */
@NullMarked
package no.opptrapping.platform.badexamples.missing.extra;

import org.jspecify.annotations.NullMarked;
