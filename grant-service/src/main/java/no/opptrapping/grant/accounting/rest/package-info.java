/** Exports to the accounts over HTTP. */
@NullMarked
package no.opptrapping.grant.accounting.rest;

import org.jspecify.annotations.NullMarked;
