/** Applications over HTTP. */
@NullMarked
package no.opptrapping.grant.applications.rest;

import org.jspecify.annotations.NullMarked;
