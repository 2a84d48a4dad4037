/** Statements over HTTP. */
@NullMarked
package no.opptrapping.grant.statements.rest;

import org.jspecify.annotations.NullMarked;
