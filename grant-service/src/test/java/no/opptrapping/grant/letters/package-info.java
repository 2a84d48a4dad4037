/** Tests of letters. */
@NullMarked
package no.opptrapping.grant.letters;

import org.jspecify.annotations.NullMarked;
