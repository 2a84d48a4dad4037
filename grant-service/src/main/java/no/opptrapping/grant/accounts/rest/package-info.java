/** The accounts of an award over HTTP. */
@NullMarked
package no.opptrapping.grant.accounts.rest;

import org.jspecify.annotations.NullMarked;
