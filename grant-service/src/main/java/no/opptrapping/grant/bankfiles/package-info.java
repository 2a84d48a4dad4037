/** Files to the Directorate's bank and its answers, by ISO 20022. */
@NullMarked
package no.opptrapping.grant.bankfiles;

import org.jspecify.annotations.NullMarked;
