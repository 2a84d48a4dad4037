/** What waits for reports over HTTP. */
@NullMarked
package no.opptrapping.grant.reported.rest;

import org.jspecify.annotations.NullMarked;
