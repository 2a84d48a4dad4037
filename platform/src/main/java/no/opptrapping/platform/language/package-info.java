/** The three languages of the texts that people read, and which one the caller asked for. */
@NullMarked
package no.opptrapping.platform.language;

import org.jspecify.annotations.NullMarked;
