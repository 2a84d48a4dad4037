/** Statements in the database. */
@NullMarked
package no.opptrapping.grant.statements.db;

import org.jspecify.annotations.NullMarked;
