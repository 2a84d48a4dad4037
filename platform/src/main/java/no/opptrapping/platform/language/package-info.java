/** The languages people read: Bokmål, Nynorsk and English. */
@NullMarked
package no.opptrapping.platform.language;

import org.jspecify.annotations.NullMarked;
