/** Attachments of applications over HTTP. */
@NullMarked
package no.opptrapping.grant.attachments.rest;

import org.jspecify.annotations.NullMarked;
