/** Schemes over HTTP. */
@NullMarked
package no.opptrapping.grant.schemerules.rest;

import org.jspecify.annotations.NullMarked;
