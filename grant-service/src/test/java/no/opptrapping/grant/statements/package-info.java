/** Stories of statements. */
@NullMarked
package no.opptrapping.grant.statements;

import org.jspecify.annotations.NullMarked;
