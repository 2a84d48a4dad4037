/** Marks every answer of a run with invented applications, awards and reports as an illustration. */
@NullMarked
package no.opptrapping.platform.illustration;

import org.jspecify.annotations.NullMarked;
