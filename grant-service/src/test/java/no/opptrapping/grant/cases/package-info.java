/** Stories of cases. */
@NullMarked
package no.opptrapping.grant.cases;

import org.jspecify.annotations.NullMarked;
