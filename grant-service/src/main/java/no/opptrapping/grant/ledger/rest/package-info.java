/** The ledger over HTTP: only to be read. */
@NullMarked
package no.opptrapping.grant.ledger.rest;

import org.jspecify.annotations.NullMarked;
