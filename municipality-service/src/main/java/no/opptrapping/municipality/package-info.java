/** The municipality-service. */
@NullMarked
package no.opptrapping.municipality;

import org.jspecify.annotations.NullMarked;
