/** Statements (uttalelser) of county governors on applications. */
@NullMarked
package no.opptrapping.grant.statements;

import org.jspecify.annotations.NullMarked;
