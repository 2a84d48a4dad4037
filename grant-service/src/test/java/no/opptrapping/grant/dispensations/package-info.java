/** Stories of dispensations. */
@NullMarked
package no.opptrapping.grant.dispensations;

import org.jspecify.annotations.NullMarked;
