/** Bank files over HTTP. */
@NullMarked
package no.opptrapping.grant.bankfiles.rest;

import org.jspecify.annotations.NullMarked;
