/**
 * The grant year: one appropriation carried through the three services, by the public APIs only, by callers with tokens
 * of the right roles. Municipalities and national sums are real; applications, awards and reports are invented.
 */
@NullMarked
package no.opptrapping.local.grantyear;

import org.jspecify.annotations.NullMarked;
