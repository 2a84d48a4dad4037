/** The check of the ledger over HTTP. */
@NullMarked
package no.opptrapping.grant.reconciliation.rest;

import org.jspecify.annotations.NullMarked;
