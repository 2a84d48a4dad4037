/** Letters of what was decided: written once, kept to the byte, delivered with a receipt. */
@NullMarked
package no.opptrapping.grant.letters;

import org.jspecify.annotations.NullMarked;
